import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, type OwnIdBody, bodyOf, pathId, withOwnId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Activities of units (hoạt động): communication, inspection, urging, coordination, training, visits, contributions. */
@Controller('api/v1/activities')
export class ActivityController {
  @Post()
  @Does('recordActivity', 201)
  record(
    @Acting() act: Act,
    @Body({ schema: withOwnId('recordActivity', 'activityId') })
    { activityId, ...input }: OwnIdBody<'recordActivity', 'activityId'>,
  ): Promise<Accepted> {
    return act.execute('recordActivity', { ...input, activityId: activityId ?? act.newId('recordActivity') });
  }

  @Post(':activityId/confirmation')
  @Does('confirmActivity')
  confirm(
    @Acting() act: Act,
    @Param('activityId', pathId) activityId: string,
    @Body({ schema: bodyOf('confirmActivity', 'activityId') }) input: BodyOf<'confirmActivity', 'activityId'>,
  ): Promise<Accepted> {
    return act.execute('confirmActivity', { ...input, activityId });
  }

  @Post(':activityId/refusal')
  @Does('refuseActivity')
  refuse(
    @Acting() act: Act,
    @Param('activityId', pathId) activityId: string,
    @Body({ schema: bodyOf('refuseActivity', 'activityId') }) input: BodyOf<'refuseActivity', 'activityId'>,
  ): Promise<Accepted> {
    return act.execute('refuseActivity', { ...input, activityId });
  }

  @Post(':activityId/follow-up')
  @Does('followUpActivity')
  followUp(
    @Acting() act: Act,
    @Param('activityId', pathId) activityId: string,
    @Body({ schema: bodyOf('followUpActivity', 'activityId') }) input: BodyOf<'followUpActivity', 'activityId'>,
  ): Promise<Accepted> {
    return act.execute('followUpActivity', { ...input, activityId });
  }

  @Post(':activityId/withdrawal')
  @Does('withdrawActivity')
  withdraw(
    @Acting() act: Act,
    @Param('activityId', pathId) activityId: string,
    @Body({ schema: bodyOf('withdrawActivity', 'activityId') }) input: BodyOf<'withdrawActivity', 'activityId'>,
  ): Promise<Accepted> {
    return act.execute('withdrawActivity', { ...input, activityId });
  }
}
