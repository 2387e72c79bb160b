import { describe, expect, it } from '@jest/globals';
import { COMMAND_SCHEMAS } from '../../../libs/contracts/commands/command-schemas.contract.js';
import { REFUSAL_TEXTS, refusalText } from '../../../libs/contracts/refusal.contract.js';
import { COMMAND_NAMES, isCommandName } from '../../../libs/domain/commands.js';
import { REFUSAL_CODES } from '../../../libs/domain/core/refusal-code.js';
import { campaignFile } from '../support/sample-province-campaign.js';

describe('schemas of commands', () => {
  it('exist for every command and for nothing else', () => {
    expect(Object.keys(COMMAND_SCHEMAS).sort()).toEqual([...COMMAND_NAMES].sort());
    expect(isCommandName('launchCampaign')).toBe(true);
    expect(isCommandName('toString')).toBe(false);
  });

  it('trim what is typed and refuse what is not asked for', () => {
    const parsed = COMMAND_SCHEMAS.urgeObligation.parse({ obligationId: ' a.b.2024.c ', text: '  Đôn đốc  ' });
    expect(parsed).toEqual({ obligationId: 'a.b.2024.c', text: 'Đôn đốc' });
    expect(COMMAND_SCHEMAS.urgeObligation.safeParse({ obligationId: 'a', text: 'x', more: 1 }).success).toBe(false);
    expect(COMMAND_SCHEMAS.urgeObligation.safeParse({ obligationId: 'a', text: 'x'.repeat(4001) }).success).toBe(false);
    expect(COMMAND_SCHEMAS.claimTask.safeParse({ taskId: "x'; drop" }).success).toBe(false);
  });

  it('leave a missing reason to the domain, which says the way out', () => {
    expect(COMMAND_SCHEMAS.waiveObligation.safeParse({ obligationId: 'a', reason: '' }).success).toBe(true);
  });

  it('take a whole campaign', () => {
    const parsed = COMMAND_SCHEMAS.draftCampaign.safeParse({ file: campaignFile, rulePack: 'L2022-ND152' });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('words of refusals', () => {
  it('exist for every code in both languages, with a way out', () => {
    for (const code of REFUSAL_CODES) {
      const { vi, en, wayOutVi, wayOutEn } = REFUSAL_TEXTS[code];
      expect([vi, en, wayOutVi, wayOutEn].every((text) => text.trim().length > 5)).toBe(true);
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect(names(vi)).toEqual(names(en));
    }
  });

  it('are filled in with ids, dates and codes', () => {
    const refusal = {
      code: 'GUIDANCE_MISSING',
      params: { obligation: 'guidance', occurrence: '2024', unit: 'so-nong-nghiep' },
    } as const;
    expect(refusalText(refusal, 'en')).toMatchObject({
      status: 409,
      message: 'The document “guidance” (2024) is missing; owed by: so-nong-nghiep.',
    });
    expect(refusalText({ code: 'NOT_DUE_YET' }, 'vi').message).toBe('Chưa đến thời điểm thực hiện.');
    const hostile = { code: 'NOT_FOUND', params: { id: '$&{id}' } } as const;
    expect(refusalText(hostile, 'vi').message).toBe('Không tìm thấy «$&{id}».');
  });
});
