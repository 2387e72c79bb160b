import { Controller, Get, Param } from '@nestjs/common';
import { ref } from '../../../libs/domain/core/stream.js';
import { dossierFindings } from '../../../libs/domain/nomination/dossier-check.js';
import { needsAnswers, partsOf } from '../../../libs/domain/nomination/nomination-dossier.commands.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeNomination } from './dossier-rights.js';

/** A dossier against the criteria set and the papers of its group. */
@Controller('api/v1/nominations')
export class NominationDossierController {
  @Get(':nominationId/dossier')
  @Reads('work.read', 'Criteria set and papers of the nominee’s group, and how this dossier stands against each.')
  async show(@By() by: SignedIn, @Param('nominationId', pathId) nominationId: string) {
    const found = await by.world.reader.state('nomination', nominationId);
    if (found === undefined) throw notFound(nominationId);
    await mustSeeNomination(by, found.state, nominationId);
    const around = await by.world.reader.all([ref('campaign', found.state.campaignId), ...needsAnswers(found.state)]);
    const file = around.state('campaign', found.state.campaignId)?.file;
    const { answers = [], meeting, exampleId, initiatedBy } = await by.world.reader.unseal(found.state);
    const origin = { meeting: meeting ?? null, exampleId: exampleId ?? null, initiatedBy: initiatedBy ?? null };
    const judged = file === undefined ? undefined : dossierFindings(file, partsOf(found.state, around));
    if (file === undefined || judged === undefined || judged === 'no-group')
      return { group: null, criteria: [], papers: [], answers, ...origin };
    const { group, missing, advised } = judged;
    return {
      group: { key: group.key, name: group.text },
      criteria: judged.criteria.map((one) => {
        const written = file.criteria.find(({ key }) => key === one.key);
        return {
          ...one,
          anyOf: one.anyOf ?? null,
          text: written?.text ?? { vi: one.key, en: one.key },
          levels: written?.levels ?? null,
          leastLevel: written?.leastLevel ?? null,
          threshold: written?.threshold ?? null,
          count: written?.count ?? null,
          contributions: written?.contributions ?? null,
          answer: answers.find(({ criterion }) => criterion === one.key) ?? null,
        };
      }),
      papers: group.documents.map(({ key, name }) => ({
        key,
        name,
        state: missing.includes(key) ? 'missing' : advised.includes(key) ? 'advised' : 'held',
      })),
      answers,
      ...origin,
    };
  }
}
