import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** People, their positions and their delegations. */
@Controller('api/v1/persons')
export class PersonController {
  @Put(':personId')
  @Does('registerPerson')
  register(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: bodyOf('registerPerson', 'personId') }) input: BodyOf<'registerPerson', 'personId'>,
  ): Promise<Accepted> {
    return act.execute('registerPerson', { ...input, personId });
  }

  @Post(':personId/positions')
  @Does('appointPerson', 201)
  appoint(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: bodyOf('appointPerson', 'personId') }) input: BodyOf<'appointPerson', 'personId'>,
  ): Promise<Accepted> {
    return act.execute('appointPerson', { ...input, personId });
  }

  @Post(':personId/position-ends')
  @Does('endAppointment')
  endAppointment(
    @Acting() act: Act,
    @Param('personId', pathId) personId: string,
    @Body({ schema: bodyOf('endAppointment', 'personId') }) input: BodyOf<'endAppointment', 'personId'>,
  ): Promise<Accepted> {
    return act.execute('endAppointment', { ...input, personId });
  }

  @Post(':toPersonId/delegations')
  @Does('delegateRole', 201)
  delegateRole(
    @Acting() act: Act,
    @Param('toPersonId', pathId) toPersonId: string,
    @Body({ schema: bodyOf('delegateRole', 'toPersonId') }) input: BodyOf<'delegateRole', 'toPersonId'>,
  ): Promise<Accepted> {
    return act.execute('delegateRole', { ...input, toPersonId });
  }
}
