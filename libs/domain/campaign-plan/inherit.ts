import type { CampaignFile } from './campaign.js';

/** Parts a campaign may take over from the one it carries out; each stands by itself, without the parent's duties. */
export const INHERITABLE = [
  'purpose',
  'principles',
  'objectives',
  'contents',
  'criteria',
  'targets',
  'legalHooks',
  'reminderPolicies',
  'exampleRegister',
  'theme',
  'slogan',
] as const;
export type Inheritable = (typeof INHERITABLE)[number];

const isMissing = (part: unknown): boolean => part === undefined || (Array.isArray(part) && part.length === 0);

/**
 * The child with the parts it names in `parent.inherits` and does not have itself, taken from its parent as it stands.
 * What was inherited carries no quotations: they are words of the parent's document. The same child where it names
 * nothing. Pure.
 */
export function inherited(child: CampaignFile, parent: CampaignFile): CampaignFile {
  const wanted = (child.parent?.inherits ?? []).filter((name) => isMissing(child[name]) && !isMissing(parent[name]));
  if (wanted.length === 0) return child;
  const parts = Object.fromEntries(wanted.map((name) => [name, adapted(parent, name)]));
  return { ...child, ...parts };
}

/** References into parts of the parent that the child has not got fall away. */
function adapted(parent: CampaignFile, name: Inheritable): unknown {
  switch (name) {
    case 'criteria':
      return parent.criteria.map(({ scope: _scope, objective: _objective, ...criterion }) => untraced(criterion));
    case 'contents':
      return parent.contents.map(({ objectives: _objectives, ...content }) => untraced(content));
    case 'targets':
      return parent.targets.map(({ document: _document, each: _each, ...target }) => untraced(target));
    case 'exampleRegister': {
      if (parent.exampleRegister === undefined) return undefined;
      const { promptRound: _round, ...register } = parent.exampleRegister;
      return untraced(register);
    }
    default: {
      const part: unknown = parent[name];
      return Array.isArray(part) ? part.map(untraced) : part;
    }
  }
}

function untraced(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== 'rows' && name !== 'quotes'));
}
