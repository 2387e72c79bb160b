import { Controller, Get, Param } from '@nestjs/common';
import { basesOf, signatureLines, signatureOf } from '../../../libs/domain/decision/decision-document.js';
import { ref } from '../../../libs/domain/core/stream.js';
import { namesIn } from '../../../libs/history/names.js';
import { By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier } from '../nomination/dossier-rights.js';

/** An award decision as the structured data its document is laid out from. */
@Controller('api/v1/decisions')
export class DecisionDocumentController {
  @Get(':decisionId/document')
  @Reads('work.read', 'The parts of a decision as its document prints them: Căn cứ, recipients, signature, Nơi nhận.')
  async show(@By() by: SignedIn, @Param('decisionId', pathId) decisionId: string) {
    const found = await by.world.reader.state('decision', decisionId);
    if (found === undefined) throw notFound(decisionId);
    const { campaignId, issuer, signer, number, date, bases, signature, nominations } = found.state;
    await mustSeeDossier(by, campaignId, [issuer]);
    const around = await by.world.reader.all([
      ref('campaign', campaignId),
      ref('person', signer),
      ...nominations.map((id) => ref('nomination', id)),
    ]);
    const file = around.state('campaign', campaignId)?.file;
    const position = around
      .state('person', signer)
      ?.positions.find(({ unitId, from, to }) => unitId === issuer && from <= date && (to ?? '9999') >= date);
    const block = signature ?? signatureOf(position?.title ?? '');
    const [names, dossiers] = await Promise.all([
      namesIn(by.world, { units: [issuer], campaigns: [campaignId], persons: [signer] }),
      by.world.reader.unseal(nominations.flatMap((id) => around.state('nomination', id) ?? [])),
    ]);
    return {
      number,
      date,
      issuer: names.unit(issuer),
      campaign: names.campaign(campaignId),
      bases: bases ?? (file === undefined ? [] : basesOf(file)),
      recipients: dossiers.map(({ subject, awardCode }) => ({
        kind: subject.kind,
        name: subject.name.text ?? null,
        award: awardCode,
      })),
      signature: { ...block, lines: signatureLines(block), name: signer === '' ? null : names.person(signer).name },
      distribution: (file?.distribution ?? [])
        .filter(({ at }) => at.includes('decision'))
        .map(({ key, text, purpose }) => ({ key, line: text, purpose: purpose ?? null })),
    };
  }
}
