import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { askedPapers, OTHER_PAPER } from '../../../libs/domain/nomination/asked-papers.js';
import { dayOfRules, needsForJudging } from '../../../libs/domain/nomination/eligibility.js';
import { needsAnswers } from '../../../libs/domain/nomination/nomination-dossier.commands.js';
import { changing, isGranted } from '../../../libs/domain/nomination/nomination-papers.commands.js';
import { namesIn } from '../../../libs/history/names.js';
import { Act, Acting, By, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { notFound } from '../http/problem.js';
import { Does, Reads } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { mustSeeNomination } from './dossier-rights.js';

/** The papers of a dossier: what is asked for, what lies there in which versions, and laying them down. */
@Controller('api/v1/nominations')
export class NominationPapersController {
  @Get(':nominationId/papers')
  @Reads('work.read', 'Papers the campaign and the rules ask for, and the files of the dossier with their versions.')
  async show(@By() by: SignedIn, @Param('nominationId', pathId) nominationId: string) {
    const { world } = by;
    const found = await world.reader.state('nomination', nominationId);
    if (found === undefined) throw notFound(nominationId);
    await mustSeeNomination(by, found.state, nominationId);
    const [around, papers, now, actor] = await Promise.all([
      world.reader.all([...needsForJudging(found.state), ...needsAnswers(found.state)]),
      world.reader.unseal(found.state.papers ?? []),
      world.now(),
      by.actor(),
    ]);
    const names = await namesIn(world, {
      persons: papers.flatMap(({ versions, takenOut }) => [...versions.map((one) => one.by), takenOut?.by ?? '']),
    });
    const moment = (at: number): string => new Date(at).toISOString();
    return {
      mayChange: isGranted(changing(found.state, actor)),
      other: OTHER_PAPER,
      asked: askedPapers(found.state, around, dayOfRules(found.state, now)).map(({ onlyIf, article, ...paper }) => ({
        ...paper,
        onlyIf: onlyIf ?? null,
        article: article ?? null,
      })),
      papers: papers.map(({ kind, title, versions, takenOut }) => ({
        kind,
        title,
        takenOut: takenOut === undefined ? null : { at: moment(takenOut.at), by: names.person(takenOut.by) },
        /** Newest first; a name that was erased is null. */
        versions: [...versions].reverse().map((version) => ({
          digest: version.digest,
          name: version.name.text ?? null,
          mediaType: version.mediaType,
          size: version.size,
          at: moment(version.at),
          by: names.person(version.by),
        })),
      })),
      /** Papers that are named without a file. */
      named: found.state.documents,
    };
  }

  @Post(':nominationId/papers')
  @Does('filePaper', 201)
  file(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Body({ schema: bodyOf('filePaper', 'nominationId') }) input: BodyOf<'filePaper', 'nominationId'>,
  ): Promise<Accepted> {
    return act.execute('filePaper', { ...input, nominationId });
  }

  @Post(':nominationId/papers/:digest/removal')
  @Does('takeOutPaper')
  takeOut(
    @Acting() act: Act,
    @Param('nominationId', pathId) nominationId: string,
    @Param('digest', pathId) digest: string,
    @Body({ schema: bodyOf('takeOutPaper', 'nominationId', 'digest') })
    input: BodyOf<'takeOutPaper', 'nominationId' | 'digest'>,
  ): Promise<Accepted> {
    return act.execute('takeOutPaper', { ...input, nominationId, digest });
  }
}
