import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Environment } from '../../../libs/config/env.js';
import { eraseSubject as eraseForm } from '../../../libs/contracts/commands/organisation.contract.js';
import { eraseSubject } from '../../../libs/ledger/erasure.js';
import { Worlds } from '../../../libs/ledger/worlds.js';
import { ENVIRONMENT } from '../environment.js';
import { By, type Accepted } from '../http/act.js';
import { Refused } from '../http/problem.js';
import { Does } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

/** Erasure of what names a person, at their wish or by law. */
@Controller('api/v1/erasures')
export class ErasureController {
  constructor(
    @Inject(Worlds) private readonly worlds: Worlds,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post()
  @HttpCode(200)
  @Does('eraseSubject')
  async erase(
    @By() by: SignedIn,
    @Body({ schema: eraseForm }) { subject, reason }: z.infer<typeof eraseForm>,
  ): Promise<Accepted> {
    const actor = { kind: 'person', id: by.personId } as const;
    const { VINHDANH_DATA } = this.environment;
    const outcome = await eraseSubject(this.worlds, by.world, { actor, subject, reason }, VINHDANH_DATA);
    if (!outcome.ok) throw new Refused(outcome.refusal);
    return { result: { erased: subject }, streams: outcome.receipt.streams };
  }
}
