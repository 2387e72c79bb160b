import { Body, Controller, Get, Put } from '@nestjs/common';
import {
  ALLOWED_WAYS,
  mailPreferences,
  NOTICE_KIND_NAMES,
  NOTICE_KINDS,
  type MailPreferences,
} from '../../../libs/contracts/notice-kinds.js';
import { By } from '../http/act.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';
import { keepMailWays, mailWaysOf } from './mail-ways.js';

/** How the reader wants mail; in the application everything is shown at once. */
@Controller('api/v1/notices/preferences')
export class MailWaysController {
  @Get()
  @Own('How mail of each kind comes to the reader, and which ways the house allows.')
  async show(@By() by: SignedIn) {
    const ways = await mailWaysOf(by.world, by.personId);
    return {
      items: NOTICE_KINDS.map((kind) => ({
        kind,
        name: NOTICE_KIND_NAMES[kind],
        way: ways[kind],
        allowed: ALLOWED_WAYS[kind],
      })),
    };
  }

  @Put()
  @Own('Choose how mail of each kind comes: at once, in a digest on working days at 07:30, or not at all.')
  async keep(@By() by: SignedIn, @Body({ schema: mailPreferences }) ways: MailPreferences) {
    await keepMailWays(by.world, by.personId, ways);
    return { kept: true };
  }
}
