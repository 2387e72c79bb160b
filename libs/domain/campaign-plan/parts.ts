import type { CampaignRole, Confidence, UnitType } from './vocabulary.js';

/** Text people read. `vi` is the wording of the source or of the law; `en` helps and decides nothing. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** What ties a node to its source: checklist rows it proves and the exact words it rests on. */
export interface Traced {
  readonly rows?: readonly string[] | undefined;
  readonly quotes?: readonly string[] | undefined;
}

export interface Statement extends Traced {
  readonly key: string;
  readonly text: Bilingual;
}

/** Where a value comes from and how far it may be trusted. Only confidence V may be enforced. */
export interface Provenance {
  readonly basis: 'document' | 'law' | 'inherited' | 'proposed';
  readonly confidence?: Confidence | undefined;
  readonly enforced?: boolean | undefined;
  readonly source?: string | undefined;
  readonly note?: Bilingual | undefined;
}

/** Who owes or receives something; the parts are added together. */
export interface Who {
  readonly roles?: readonly CampaignRole[] | undefined;
  readonly unitIds?: readonly string[] | undefined;
  readonly unitTypes?: readonly UnitType[] | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly clusters?: boolean | undefined;
  readonly parent?: boolean | undefined;
}
