import { permit } from '../access/permissions.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import { checkCampaign } from '../campaign-plan/check.js';
import { inherited } from '../campaign-plan/inherit.js';
import { idInYear, inYear } from '../campaign-plan/next-year.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import type { CampaignAct } from './campaign.commands.js';
import { CAMPAIGN_FACTS } from './campaign.stream.js';

/** How a campaign comes to be a draft: from a file, from its parent's parts, from the year before. */

export interface DraftCampaign {
  readonly file: CampaignFile;
  /** The rules in force for it, for example `L2022-ND152`; chosen by date outside, as data. */
  readonly rulePack: string;
}
export interface ReviseCampaign {
  readonly file: CampaignFile;
}
export interface CloneCampaign extends CampaignAct {
  readonly year: number;
}

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('campaign', id),
  type,
  payload,
});

/** A file with an error is not taken in: it could neither be launched nor planned. */
export function refuseFaulty(file: CampaignFile): Decision | undefined {
  const error = checkCampaign(file).find(({ severity }) => severity === 'error');
  return error === undefined
    ? undefined
    : refuse('INVALID_INPUT', { field: ['file', ...error.path].join('.'), params: { finding: error.code } });
}

/** The campaign it is to carry out. */
export const parentOf = ({ parent }: CampaignFile): readonly StreamRef[] =>
  parent?.campaign === undefined ? [] : [ref('campaign', parent.campaign)];

/** The file with what it takes over from its parent; or why it cannot be carried out under that one. */
export function underParent(file: CampaignFile, have: Have): CampaignFile | Decision {
  const above = file.parent?.campaign;
  if (above === undefined) return file;
  const parent = have.state('campaign', above);
  if (parent === undefined || above === file.id)
    return refuse('NOT_FOUND', { field: 'file.parent.campaign', params: { id: above } });
  if (parent.status === 'closed' || parent.status === 'archived')
    return refuse('CAMPAIGN_CLOSED', { field: 'file.parent.campaign', params: { status: parent.status } });
  return inherited(file, parent.file);
}

/**
 * Takes a campaign in as a draft; its id is the one in its file. What it names in `parent.inherits` and lacks comes from
 * its parent as that stands today. Refuses a file with errors, a parent that is unknown or over, and an id that is taken
 * by another draft (a draft is changed by `reviseCampaign`).
 */
export const draftCampaign: CommandSpec<DraftCampaign> = {
  needs: (c) => [ref('campaign', c.file.id), ...parentOf(c.file)],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'campaign.draft', [c.file.roles.issuer.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.draft' } });
    const file = underParent(c.file, have);
    if (!('roles' in file)) return file;
    const before = have.state('campaign', c.file.id);
    if (before !== undefined)
      return refuse(sameJson(before.written ?? before.file, file) ? 'ALREADY_DONE' : 'ALREADY_EXISTS', {
        field: 'file.id',
      });
    if (c.rulePack.trim() === '') return refuse('INVALID_INPUT', { field: 'rulePack' });
    return (
      refuseFaulty(file) ??
      accept(grant, [event(c.file.id, CAMPAIGN_FACTS.drafted, { file, rulePack: c.rulePack })], {
        result: { campaignId: c.file.id },
      })
    );
  },
};

/** Replaces the file of a draft. After the launch dates move by extension only. */
export const reviseCampaign: CommandSpec<ReviseCampaign> = {
  needs: (c) => [ref('campaign', c.file.id), ...parentOf(c.file)],
  decide(c, have, { actor }) {
    const before = have.state('campaign', c.file.id);
    if (before === undefined) return refuse('NOT_FOUND', { field: 'file.id', params: { id: c.file.id } });
    const grant = permit(actor, 'campaign.draft', [before.file.roles.issuer.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.draft' } });
    const file = underParent(c.file, have);
    if (!('roles' in file)) return file;
    if (sameJson(before.written ?? before.file, file))
      return refuse('ALREADY_DONE', { params: { status: before.status } });
    if (before.status !== 'draft') return refuse('NOT_ALLOWED_IN_STATE', { params: { status: before.status } });
    return refuseFaulty(file) ?? accept(grant, [event(c.file.id, CAMPAIGN_FACTS.revised, { file })]);
  },
};

/**
 * Drafts the campaign of a later year from this one: dates moved, documents and figures asked again. Refuses a year that
 * is not later and one that has its campaign.
 */
export const cloneCampaign: CommandSpec<CloneCampaign> = {
  needs: (c) => [ref('campaign', c.campaignId), ref('campaign', idInYear(c.campaignId, c.year))],
  decide(c, have, { actor }) {
    const source = have.state('campaign', c.campaignId);
    if (source === undefined) return refuse('NOT_FOUND', { field: 'campaignId', params: { id: c.campaignId } });
    const written = source.written ?? source.file;
    const grant = permit(actor, 'campaign.draft', [written.roles.issuer.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'campaign.draft' } });
    const id = idInYear(c.campaignId, c.year);
    if (!Number.isInteger(c.year) || c.year <= written.period.fromYear || id === c.campaignId)
      return refuse('INVALID_INPUT', { field: 'year' });
    if (have.state('campaign', id) !== undefined) return refuse('ALREADY_EXISTS', { field: 'year', params: { id } });
    const file = { ...inYear(written, c.year, source.answers), id };
    return (
      refuseFaulty(file) ??
      accept(grant, [event(id, CAMPAIGN_FACTS.drafted, { file, rulePack: source.rulePack })], {
        result: { campaignId: id },
      })
    );
  },
};
