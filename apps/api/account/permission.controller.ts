import { Controller, Get } from '@nestjs/common';
import { PERMISSIONS, permissionOf, type PermissionName } from '../../../libs/domain/access/permissions.js';
import { By } from '../http/act.js';
import { Own } from '../http/rights.js';
import { SignedIn } from '../http/signed-in.js';

const NAMES = Object.keys(PERMISSIONS).filter((name): name is PermissionName => name in PERMISSIONS);

@Controller('api/v1/permissions')
export class PermissionController {
  @Get()
  @Own('Every right in the product, and at which units the reader’s roles grant it.')
  async list(@By() by: SignedIn) {
    const { holdings } = await by.actor();
    return {
      items: NAMES.map((name) => {
        const { roles, at, vi, en } = permissionOf(name);
        const units = holdings.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId);
        return { name, roles, at, vi, en, units: [...new Set(units)] };
      }),
    };
  }
}
