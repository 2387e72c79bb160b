import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { dataFile } from '../../../libs/config/paths.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { SUBJECT_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import {
  criteriaVerdict,
  dossierFindings,
  refuseDossier,
  type DossierParts,
} from '../../../libs/domain/nomination/dossier-check.js';
import { criteriaBook } from '../../../libs/domain/rules/campaign-criteria.js';
import { mentions } from '../../../libs/domain/rules/expression.js';
import { validateCampaignFile } from '../../../libs/reference/campaign-reference.js';
import { refusalOf } from '../support/outcome.js';

const PLANS: readonly (readonly [string, CampaignFile])[] = readdirSync(dataFile('campaigns', ''))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, validateCampaignFile(dataFile('campaigns', name)).file as CampaignFile]);
const planned = (id: string): CampaignFile => PLANS.find(([name]) => name.startsWith(id))?.[1] as CampaignFile;

const parts = (more: Partial<DossierParts> = {}): DossierParts => ({
  subject: { kind: 'collective', id: 'tt-1' },
  documents: [],
  answers: [],
  activityOf: () => undefined,
  ...more,
});
const department = planned('binh-phuoc');
const DRAFTED = '12/TTr-SKHCN';
const complete = parts({
  documents: [{ kind: 'van-ban-tham-muu', reference: DRAFTED }],
  answers: [
    { criterion: 'tt-dung-tien-do', met: true },
    { criterion: 'tt-tham-muu-chinh-sach', met: true, value: 2, evidence: [DRAFTED] },
  ],
});
const verdict = (dossier: DossierParts) => criteriaVerdict(department, dossier, 'GK', '2026-01-12');

describe('the criteria set of a campaign on the engine of the rules', () => {
  it.each(PLANS)(
    '%s: every criterion is a row with a check over its own facts, its document and its confidence',
    (_, file) => {
      for (const group of [undefined, ...(file.subjectGroups ?? [])]) {
        const book = criteriaBook(file, group, 'BKT');
        const known = new Set(book.facts.map(({ name }) => name));
        const { criteria } = book.tables;
        expect(criteria.map(({ key }) => key)).toEqual(group?.criteria ?? file.criteria.map(({ key }) => key));
        for (const row of criteria) {
          expect(mentions(row.check).facts.filter((fact) => !known.has(fact))).toEqual([]);
          expect(book.instruments.map(({ code }) => code)).toContain(row.basis.instrument);
          // Words only, or no group that the document makes of its nominees: advice.
          const { kind, quotes = [] } = file.criteria.find(({ key }) => key === row.key)!;
          expect(row.enforced).toBe(kind === 'gate' && group !== undefined);
          expect(row.confidence === 'V').toBe(quotes.length > 0);
        }
      }
    },
  );

  it('S2-25 S2-26 a dossier that meets them is eligible, with the document and its section', () => {
    const found = verdict(complete);
    expect(found).toMatchObject({
      outcome: 'eligible',
      pack: { id: 'campaign/binh-phuoc-hop-tac-xa-2021-2030' },
      rules: [{ status: 'passed', basis: { article: 'Tập thể' } }, { status: 'passed' }],
    });
    const symbol = department.documents.find(({ role }) => role === 'adopts')?.symbol ?? '?';
    expect(found?.rules[1]?.sentence.vi).toContain(`Căn cứ: Tập thể, ${symbol}.`);
    expect(found?.rules[1]?.sentence.vi).toContain('số đạt được (văn bản tham mưu) = 2');
    expect(found?.rules[1]?.sentence.en).toMatch(/^Met: At least one policy output/);
  });

  it('S2-26 what nobody has said is asked for, what fails is named; a submission is refused for the same', () => {
    const silent = verdict(parts({ documents: complete.documents }));
    expect(silent).toMatchObject({ outcome: 'undetermined', rules: [{ status: 'unknown' }, { status: 'unknown' }] });
    expect(silent?.missing.map(({ fact }) => fact)).toContain('criteria.tt-tham-muu-chinh-sach.value');
    const none = parts({
      documents: complete.documents,
      answers: [
        ...complete.answers.slice(0, 1),
        { criterion: 'tt-tham-muu-chinh-sach', met: true, value: 0, evidence: [DRAFTED] },
      ],
    });
    expect(verdict(none)).toMatchObject({
      outcome: 'not-eligible',
      rules: [{ status: 'passed' }, { status: 'failed' }],
    });
    expect(refusalOf(refuseDossier(department, none)!)).toMatchObject({
      code: 'CRITERIA_NOT_MET',
      params: { criteria: 'tt-tham-muu-chinh-sach' },
    });
  });

  it('S0-06 where the plan gives words only it advises, whatever the unit says of itself', () => {
    const file = planned('hoa-binh-nong-san');
    const [criterion] = file.criteria;
    const said = (met: boolean) => parts({ answers: [{ criterion: criterion!.key, met }] });
    const rule = (met: boolean) =>
      criteriaVerdict(file, said(met), 'BKT', '2027-01-12')?.rules.find(({ key }) => key === criterion!.key);
    expect(rule(true)).toMatchObject({ status: 'advisory', would: 'passed' });
    expect(rule(false)).toMatchObject({ status: 'advisory', would: 'failed' });
    expect(criteriaVerdict(file, said(true), 'BKT', '2027-01-12')).toMatchObject({ outcome: 'undetermined' });
    expect(rule(true)?.basis).toEqual({ instrument: 'ke-hoach-101', article: expect.any(String) });
  });

  it('S4-62 alternatives count together, and a special case of a kind is judged by its general criteria', () => {
    const file = planned('tra-vinh');
    const abroad = (met: boolean) =>
      parts({
        subject: { kind: 'overseas-vietnamese', id: 'kb-1' },
        documents: [{ kind: 'bao-cao', reference: '1/BC' }],
        answers: [{ criterion: 'khac-san-xuat-gioi', met, evidence: ['1/BC'] }],
      });
    const outcome = (met: boolean) => criteriaVerdict(file, abroad(met), 'BKT', '2022-12-05')?.outcome;
    expect([outcome(true), outcome(false)]).toEqual(['eligible', 'undetermined']);
    const farmer = criteriaVerdict(file, parts({ subject: { kind: 'farmer', id: 'nd-1' } }), 'BKT', '2022-12-05');
    expect(farmer?.rules.length).toBeGreaterThan(0);
  });

  it('whatever the plan and the subject, the verdict and the refusal of a submission say the same', () => {
    for (const [, file] of PLANS.filter(([, { subjectGroups }]) => subjectGroups !== undefined))
      for (const kind of SUBJECT_KINDS)
        for (const met of [true, false, undefined]) {
          const answers =
            met === undefined ? [] : file.criteria.map(({ key }) => ({ criterion: key, met, value: met ? 999 : 0 }));
          const dossier = parts({ subject: { kind, id: 'x' }, answers });
          const found = dossierFindings(file, dossier);
          const judged = criteriaVerdict(file, dossier, 'BKT', '2027-01-01');
          if (found === undefined || found === 'no-group') {
            expect(judged).toBeUndefined();
            continue;
          }
          const gates = found.criteria.filter((one) => one.kind === 'gate');
          const standing = { passed: 'met', failed: 'not-met', unknown: 'unanswered' } as const;
          for (const gate of gates) {
            const status = judged?.rules.find(({ key }) => key === gate.key)?.status as keyof typeof standing;
            expect([gate.key, standing[status]]).toEqual([gate.key, gate.standing]);
          }
        }
  });
});
