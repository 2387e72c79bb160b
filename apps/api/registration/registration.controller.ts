import { Body, Controller, Param, Post } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Registrations of units with their pledges (đăng ký, giao ước). */
@Controller('api/v1/registrations')
export class RegistrationController {
  @Post()
  @Does('registerUnit', 201)
  register(
    @Acting() act: Act,
    @Body({ schema: bodyOf('registerUnit') }) input: BodyOf<'registerUnit'>,
  ): Promise<Accepted> {
    return act.execute('registerUnit', input);
  }

  @Post(':registrationId/confirmation')
  @Does('confirmRegistration')
  confirm(
    @Acting() act: Act,
    @Param('registrationId', pathId) registrationId: string,
    @Body({ schema: bodyOf('confirmRegistration', 'registrationId') })
    input: BodyOf<'confirmRegistration', 'registrationId'>,
  ): Promise<Accepted> {
    return act.execute('confirmRegistration', { ...input, registrationId });
  }

  @Post(':registrationId/return')
  @Does('returnRegistration')
  sendBack(
    @Acting() act: Act,
    @Param('registrationId', pathId) registrationId: string,
    @Body({ schema: bodyOf('returnRegistration', 'registrationId') })
    input: BodyOf<'returnRegistration', 'registrationId'>,
  ): Promise<Accepted> {
    return act.execute('returnRegistration', { ...input, registrationId });
  }

  @Post(':registrationId/results')
  @Does('reportPledgeResults')
  report(
    @Acting() act: Act,
    @Param('registrationId', pathId) registrationId: string,
    @Body({ schema: bodyOf('reportPledgeResults', 'registrationId') })
    input: BodyOf<'reportPledgeResults', 'registrationId'>,
  ): Promise<Accepted> {
    return act.execute('reportPledgeResults', { ...input, registrationId });
  }

  @Post(':registrationId/assessment')
  @Does('assessPledge')
  assess(
    @Acting() act: Act,
    @Param('registrationId', pathId) registrationId: string,
    @Body({ schema: bodyOf('assessPledge', 'registrationId') }) input: BodyOf<'assessPledge', 'registrationId'>,
  ): Promise<Accepted> {
    return act.execute('assessPledge', { ...input, registrationId });
  }
}
