import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathTaskId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** What people arrange among themselves about a task; the step itself ends by the act of its noun. */
@Controller('api/v1/tasks')
export class TaskController {
  @Post(':taskId/claim')
  @Does('claimTask')
  claim(
    @Acting() act: Act,
    @Param('taskId', pathTaskId) taskId: string,
    @Body({ schema: bodyOf('claimTask', 'taskId') }) input: BodyOf<'claimTask', 'taskId'>,
  ): Promise<Accepted> {
    return act.execute('claimTask', { ...input, taskId });
  }

  @Post(':taskId/release')
  @Does('releaseTask')
  release(
    @Acting() act: Act,
    @Param('taskId', pathTaskId) taskId: string,
    @Body({ schema: bodyOf('releaseTask', 'taskId') }) input: BodyOf<'releaseTask', 'taskId'>,
  ): Promise<Accepted> {
    return act.execute('releaseTask', { ...input, taskId });
  }

  @Post(':taskId/reassignment')
  @Does('reassignTask')
  reassign(
    @Acting() act: Act,
    @Param('taskId', pathTaskId) taskId: string,
    @Body({ schema: bodyOf('reassignTask', 'taskId') }) input: BodyOf<'reassignTask', 'taskId'>,
  ): Promise<Accepted> {
    return act.execute('reassignTask', { ...input, taskId });
  }

  @Post(':taskId/delegation')
  @Does('delegateTask')
  delegate(
    @Acting() act: Act,
    @Param('taskId', pathTaskId) taskId: string,
    @Body({ schema: bodyOf('delegateTask', 'taskId') }) input: BodyOf<'delegateTask', 'taskId'>,
  ): Promise<Accepted> {
    return act.execute('delegateTask', { ...input, taskId });
  }

  @Put(':taskId/follow-up')
  @Does('followUpTask')
  followUp(
    @Acting() act: Act,
    @Param('taskId', pathTaskId) taskId: string,
    @Body({ schema: bodyOf('followUpTask', 'taskId') }) input: BodyOf<'followUpTask', 'taskId'>,
  ): Promise<Accepted> {
    return act.execute('followUpTask', { ...input, taskId });
  }
}
