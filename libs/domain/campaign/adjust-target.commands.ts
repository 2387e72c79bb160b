import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { pointKey, type Disposition, type TargetAdjustment } from '../targets/adjust.js';
import { CAMPAIGN_FACTS } from './campaign.stream.js';
import { isCampaign, runningCampaign } from './running-campaign.js';

export interface AdjustTarget {
  readonly campaignId: string;
  readonly target: string;
  /** The point as the document has it: its day, and `/` with the unit where it names one. */
  readonly point: string;
  readonly disposition: Disposition;
  readonly unitId?: string | undefined;
  readonly value?: number | undefined;
  readonly reason: string;
}

/**
 * A named person says what becomes of a point of a target: the number that stands in another document (`value-set`), the
 * unit that takes it over (`carried-over`), another unit or number (`rescoped`), or that nobody can judge it any more
 * (`not-assessable`). The document stays as it was adopted; the later word counts. A reason is always kept.
 */
export const adjustTarget: CommandSpec<AdjustTarget> = {
  needs: (c) => [ref('campaign', c.campaignId), ...(c.unitId === undefined ? [] : [ref('unit', c.unitId)])],
  decide(c, have, { actor }) {
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const { leadAgency, issuer } = campaign.file.roles;
    const grant = permit(actor, 'target.adjust', [leadAgency.unit, issuer.unit]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'target.adjust' } });
    const target = campaign.file.targets.find(({ key }) => key === c.target);
    if (target === undefined) return refuse('NOT_FOUND', { field: 'target', params: { id: c.target } });
    const point = target.points.find((one) => pointKey(one) === c.point);
    if (point === undefined) return refuse('NOT_FOUND', { field: 'point', params: { id: c.point } });
    if (c.unitId !== undefined && have.state('unit', c.unitId) === undefined)
      return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    const lacks = missingField(c);
    if (lacks !== undefined) return refuse('INVALID_INPUT', { field: lacks });
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const adjustment: TargetAdjustment = {
      target: c.target,
      point: c.point,
      disposition: c.disposition,
      ...(c.unitId === undefined ? {} : { unitId: c.unitId }),
      ...(c.value === undefined ? {} : { value: c.value }),
    };
    const last = campaign.adjustments?.findLast((one) => one.target === c.target && one.point === c.point);
    if (last !== undefined && isSame(last, adjustment)) return refuse('ALREADY_DONE');
    return accept(grant, [
      {
        stream: ref('campaign', c.campaignId),
        type: CAMPAIGN_FACTS.targetAdjusted,
        payload: { ...adjustment, reason: seal(`campaign/${c.campaignId}`, c.reason) },
      },
    ]);
  },
};

const isSame = (a: TargetAdjustment, b: TargetAdjustment): boolean =>
  a.disposition === b.disposition && a.unitId === b.unitId && a.value === b.value;

/** What each word needs beside it, and nothing that it does not mean. */
function missingField({ disposition, unitId, value }: AdjustTarget): 'unitId' | 'value' | undefined {
  switch (disposition) {
    case 'value-set':
      return value === undefined ? 'value' : unitId === undefined ? undefined : 'unitId';
    case 'carried-over':
      return unitId === undefined ? 'unitId' : value === undefined ? undefined : 'value';
    case 'rescoped':
      return value === undefined && unitId === undefined ? 'value' : undefined;
    case 'not-assessable':
      return unitId === undefined ? (value === undefined ? undefined : 'value') : 'unitId';
  }
}
