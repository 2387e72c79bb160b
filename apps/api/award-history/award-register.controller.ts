import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** What people do to the register of awards by hand. */
@Controller('api/v1')
export class AwardRegisterController {
  @Post('awards')
  @Does('recordAwards', 201)
  record(
    @Acting() act: Act,
    @Body({ schema: bodyOf('recordAwards') }) input: BodyOf<'recordAwards'>,
  ): Promise<Accepted> {
    return act.execute('recordAwards', input);
  }

  @Post('awards/:awardId/correction')
  @Does('correctAward')
  correct(
    @Acting() act: Act,
    @Param('awardId', pathId) awardId: string,
    @Body({ schema: bodyOf('correctAward', 'awardId') }) input: BodyOf<'correctAward', 'awardId'>,
  ): Promise<Accepted> {
    return act.execute('correctAward', { ...input, awardId });
  }

  @Post('awards/:awardId/removal')
  @Does('removeAward')
  remove(
    @Acting() act: Act,
    @Param('awardId', pathId) awardId: string,
    @Body({ schema: bodyOf('removeAward', 'awardId') }) input: BodyOf<'removeAward', 'awardId'>,
  ): Promise<Accepted> {
    return act.execute('removeAward', { ...input, awardId });
  }

  @Post('awards/:awardId/freeze-end')
  @Does('endFreeze')
  endFreeze(
    @Acting() act: Act,
    @Param('awardId', pathId) awardId: string,
    @Body({ schema: bodyOf('endFreeze', 'awardId') }) input: BodyOf<'endFreeze', 'awardId'>,
  ): Promise<Accepted> {
    return act.execute('endFreeze', { ...input, awardId });
  }

  @Post('subjects/:subjectId/joining')
  @Does('joinSubjects')
  join(
    @Acting() act: Act,
    @Param('subjectId', pathId) subjectId: string,
    @Body({ schema: bodyOf('joinSubjects', 'subjectId') }) input: BodyOf<'joinSubjects', 'subjectId'>,
  ): Promise<Accepted> {
    return act.execute('joinSubjects', { ...input, subjectId });
  }

  @Post('subjects/:subjectId/parting')
  @Does('partSubject')
  part(
    @Acting() act: Act,
    @Param('subjectId', pathId) subjectId: string,
    @Body({ schema: bodyOf('partSubject', 'subjectId') }) input: BodyOf<'partSubject', 'subjectId'>,
  ): Promise<Accepted> {
    return act.execute('partSubject', { ...input, subjectId });
  }
}
