import {
  IconFiles,
  IconFlag3,
  IconInbox,
  IconBuilding,
  IconBellRinging,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { PermissionName } from '../../../libs/domain/access/permissions.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';

/** One entry of the menu. */
export interface Destination {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: Bilingual;
  readonly icon: Icon;
  /** Shown to those who hold this somewhere; to everyone if left out. */
  readonly needs?: PermissionName;
}

/** The menu, in the order it is shown. */
export const DESTINATIONS: readonly Destination[] = [
  { to: '/inbox', label: { vi: 'Việc cần làm', en: 'My work' }, icon: IconInbox },
  {
    to: '/nominations',
    label: { vi: 'Hồ sơ khen thưởng', en: 'Nominations' },
    icon: IconFiles,
    needs: 'work.read',
  },
  {
    to: '/desk',
    label: { vi: 'Bàn làm việc', en: 'Unit’s desk' },
    icon: IconBuilding,
    needs: 'registration.register',
  },
  { to: '/campaigns', label: { vi: 'Phong trào', en: 'Campaigns' }, icon: IconFlag3 },
  {
    to: '/boards',
    label: { vi: 'Theo dõi, đôn đốc', en: 'Monitoring' },
    icon: IconBellRinging,
    needs: 'task.handle',
  },
  { to: '/admin', label: { vi: 'Quản trị', en: 'Administration' }, icon: IconSettings, needs: 'rules.try' },
];
