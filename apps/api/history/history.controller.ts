import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { StreamKind } from '../../../libs/domain/core/stream.js';
import { unitDoing } from '../../../libs/domain/obligation/owed.js';
import type { StoredEvent } from '../../../libs/ledger/reader.js';
import { AcceptLanguage, By } from '../http/act.js';
import { pathId } from '../http/command-body.js';
import { decodeCursor, encodeCursor, paging, type Page } from '../http/cursor.js';
import { languageOf, notFound } from '../http/problem.js';
import { Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeDossier, mustSeeNomination, queueUnits } from '../nomination/dossier-rights.js';
import { namesIn } from '../../../libs/history/names.js';
import { sealedFactsOf, sealedFactsOfNomination } from '../../../libs/history/fact-rows.js';
import { historyText } from '../../../libs/history/history-text.js';
import { namedIn, tell, type HistoryEntry } from '../../../libs/history/history-entry.js';

const historyQuery = z.strictObject({
  ...paging,
  type: z.string().max(300).optional().describe('Types of facts, separated by commas.'),
  format: z.enum(['json', 'text']).default('json').describe('`text`: plain text to print or to put into a file.'),
});
type HistoryQuery = z.infer<typeof historyQuery>;

interface About {
  readonly kind: StreamKind;
  readonly id: string;
  readonly campaignId: string;
  readonly rulePack?: string | undefined;
}

/** Histories in words: who, when, what, why, under which rule, before and after. */
@Controller('api/v1')
export class HistoryController {
  @Get('nominations/:nominationId/history')
  @Reads('work.read', 'A nomination’s history with its tasks, its council sessions and its decision.')
  async nomination(
    @By() by: SignedIn,
    @Param('nominationId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const found = await by.world.reader.state('nomination', id);
    if (found === undefined) throw notFound(id);
    await mustSeeNomination(by, found.state, id);
    const { campaignId, rulePack } = found.state;
    const facts = await sealedFactsOfNomination(by.world, id, campaignId);
    return show(
      by,
      { kind: 'nomination', id, campaignId, rulePack: rulePack?.pinned ?? rulePack?.provisional },
      facts,
      query,
      language,
      reply,
    );
  }

  @Get('campaigns/:campaignId/history')
  @Reads('work.read', 'A campaign’s history.')
  async campaign(
    @By() by: SignedIn,
    @Param('campaignId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const facts = await sealedFactsOf(by.world, 'campaign', id);
    if (facts.length === 0) throw notFound(id);
    return show(by, { kind: 'campaign', id, campaignId: id }, facts, query, language, reply);
  }

  @Get('activities/:activityId/history')
  @Reads('work.read', 'The history of one activity.')
  async activity(
    @By() by: SignedIn,
    @Param('activityId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const found = await by.world.reader.state('activity', id);
    if (found === undefined) throw notFound(id);
    const { campaignId, unitId, open } = found.state;
    await mustSeeDossier(by, campaignId, [unitId, ...queueUnits(open)]);
    const facts = await sealedFactsOf(by.world, 'activity', id);
    return show(by, { kind: 'activity', id, campaignId }, facts, query, language, reply);
  }

  @Get('examples/:exampleId/history')
  @Reads('work.read', 'The history of one advanced example.')
  async example(
    @By() by: SignedIn,
    @Param('exampleId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const found = await by.world.reader.state('example', id);
    if (found === undefined) throw notFound(id);
    const { campaignId, unitId, introducedBy, open } = found.state;
    await mustSeeDossier(by, campaignId, [unitId, introducedBy, ...queueUnits(open)]);
    const facts = await sealedFactsOf(by.world, 'example', id);
    return show(by, { kind: 'example', id, campaignId }, facts, query, language, reply);
  }

  @Get('dispatches/:dispatchId/history')
  @Reads('work.read', 'The history of one line of "Nơi nhận": sent, and who acknowledged it in which capacity.')
  async dispatch(
    @By() by: SignedIn,
    @Param('dispatchId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const found = await by.world.reader.state('dispatch', id);
    if (found === undefined) throw notFound(id);
    const { campaignId } = found.state;
    return show(
      by,
      { kind: 'dispatch', id, campaignId },
      await sealedFactsOf(by.world, 'dispatch', id),
      query,
      language,
      reply,
    );
  }

  @Get('obligations/:obligationId/history')
  @Reads('work.read', 'The history of one duty of one unit.')
  async obligation(
    @By() by: SignedIn,
    @Param('obligationId', pathId) id: string,
    @Query({ schema: historyQuery }) query: HistoryQuery,
    @AcceptLanguage() language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry> | string> {
    const found = await by.world.reader.state('obligation', id);
    if (found === undefined) throw notFound(id);
    const { campaignId, unitId, open } = found.state;
    await mustSeeDossier(by, campaignId, [unitId, unitDoing(found.state), ...queueUnits(open)]);
    return show(
      by,
      { kind: 'obligation', id, campaignId },
      await sealedFactsOf(by.world, 'obligation', id),
      query,
      language,
      reply,
    );
  }
}

async function show(
  by: SignedIn,
  about: About,
  sealed: readonly StoredEvent[],
  query: HistoryQuery,
  acceptLanguage: string | undefined,
  reply: FastifyReply,
): Promise<Page<HistoryEntry> | string> {
  const [facts, names, campaign] = await Promise.all([
    by.world.reader.unseal(sealed),
    namesIn(by.world, namedIn(sealed)),
    by.world.reader.state('campaign', about.campaignId),
  ]);
  const types = query.type?.split(',').map((type) => type.trim());
  const told = tell(facts, { about: about.id, file: campaign?.state.file, rulePack: about.rulePack, names });
  const wanted = types === undefined ? told : told.filter(({ type }) => types.includes(type));
  if (query.format === 'text') {
    reply.header('content-type', 'text/plain; charset=utf-8');
    return historyText(about, wanted, languageOf(acceptLanguage));
  }
  const from = Number(decodeCursor(query.cursor, 1)?.[0] ?? 0);
  const items = wanted.slice(from, from + query.limit);
  const rest = wanted.length > from + query.limit;
  return rest ? { items, next: encodeCursor([from + query.limit]) } : { items };
}
