import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { Act, Acting, type Accepted } from '../http/act.js';
import { type BodyOf, bodyOf, pathId } from '../http/command-body.js';
import { Does } from '../http/rights.js';

/** Units and what becomes of them. */
@Controller('api/v1/units')
export class UnitController {
  @Put(':unitId')
  @Does('defineUnit')
  define(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('defineUnit', 'unitId') }) input: BodyOf<'defineUnit', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('defineUnit', { ...input, unitId });
  }

  @Post(':unitId/succession')
  @Does('carryOutSuccession', 201)
  carryOutSuccession(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('carryOutSuccession', 'unitId') }) input: BodyOf<'carryOutSuccession', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('carryOutSuccession', { ...input, unitId });
  }

  @Post(':unitId/succession/withdrawal')
  @Does('takeBackSuccession')
  takeBackSuccession(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('takeBackSuccession', 'unitId') }) input: BodyOf<'takeBackSuccession', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('takeBackSuccession', { ...input, unitId });
  }

  @Post(':unitId/register-coverage')
  @Does('coverRegister')
  coverRegister(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('coverRegister', 'unitId') }) input: BodyOf<'coverRegister', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('coverRegister', { ...input, unitId });
  }

  @Post(':unitId/handovers')
  @Does('handOverWork')
  handOver(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('handOverWork', 'unitId') }) input: BodyOf<'handOverWork', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('handOverWork', { ...input, unitId });
  }

  @Post(':unitId/successions')
  @Does('planSuccession', 201)
  planSuccession(
    @Acting() act: Act,
    @Param('unitId', pathId) unitId: string,
    @Body({ schema: bodyOf('planSuccession', 'unitId') }) input: BodyOf<'planSuccession', 'unitId'>,
  ): Promise<Accepted> {
    return act.execute('planSuccession', { ...input, unitId });
  }
}
