import type { ComponentType } from 'react';
import type { PermissionName } from '../../../libs/domain/access/permissions.js';
import { useMay } from '../shared/session/me.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { useWords } from '../shared/words/language.js';
import { AccountsPart } from './accounts-part.js';
import { adminWords } from './admin.words.js';
import { CalendarPart } from './calendar-part.js';
import { ClustersPart } from './clusters-part.js';
import { EnginePart } from './engine-part.js';
import { MailPart } from './mail-part.js';
import { PeoplePart } from './people-part.js';
import { RegisterPart } from './register-part.js';
import { adminRoute } from './route.js';
import { RulesPart } from './rules-part.js';
import { ADMIN_PARTS, type AdminPart } from './search.js';
import { UnitsPart } from './units-part.js';
import { WorldsPart } from './worlds-part.js';

/** What each part shows, and the right without which there is nothing to see in it. */
const PARTS: Readonly<Record<AdminPart, { readonly show: ComponentType; readonly needs: PermissionName }>> = {
  units: { show: UnitsPart, needs: 'work.read' },
  clusters: { show: ClustersPart, needs: 'work.read' },
  people: { show: PeoplePart, needs: 'work.read' },
  accounts: { show: AccountsPart, needs: 'account.administer' },
  rules: { show: RulesPart, needs: 'work.read' },
  register: { show: RegisterPart, needs: 'register.read' },
  calendar: { show: CalendarPart, needs: 'work.read' },
  mail: { show: MailPart, needs: 'mail.read' },
  engine: { show: EnginePart, needs: 'system.read' },
  worlds: { show: WorldsPart, needs: 'work.read' },
};

/** Who is who, by which rules and on which days; and how the machine is. Each reader sees what their roles let them see. */
export function AdminPage() {
  const t = useWords(adminWords);
  const may = useMay();
  const { part = 'units' } = adminRoute.useSearch();
  const { show: Shown } = PARTS[part];
  return (
    <PageBody>
      <PageTitle text={`${t.title}: ${t[part]}`}>{t.title}</PageTitle>
      <SectionNav label={t.parts}>
        {ADMIN_PARTS.filter((one) => may(PARTS[one].needs)).map((one) => (
          <PartLink key={one} to="/admin" search={one === 'units' ? {} : { part: one }} isShown={one === part}>
            {t[one]}
          </PartLink>
        ))}
      </SectionNav>
      <Shown />
    </PageBody>
  );
}
