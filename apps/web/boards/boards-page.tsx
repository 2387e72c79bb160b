import type { ComponentType } from 'react';
import type { PermissionName } from '../../../libs/domain/access/permissions.js';
import { useMay } from '../shared/session/me.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { useWords } from '../shared/words/language.js';
import { boardsWords } from './boards.words.js';
import { ClusterBoard } from './cluster-board.js';
import { CouncilBoard } from './council-board.js';
import { LateBoard } from './late-board.js';
import { ListsBoard } from './lists-board.js';
import { boardsRoute } from './route.js';
import { BOARDS, type Board } from './search.js';

const SHOWN: Readonly<Record<Board, ComponentType>> = {
  late: LateBoard,
  cluster: ClusterBoard,
  lists: ListsBoard,
  council: CouncilBoard,
};
/** Boards of those who hold a right somewhere; the others are everybody's. */
const NEEDS: Partial<Readonly<Record<Board, PermissionName>>> = { council: 'session.run' };

/** What those who lead look after, over all campaigns. */
export function BoardsPage() {
  const t = useWords(boardsWords);
  const may = useMay();
  const { board = 'late' } = boardsRoute.useSearch();
  const Shown = SHOWN[board];
  return (
    <PageBody>
      <PageTitle text={`${t.title}: ${t[board]}`}>{t.title}</PageTitle>
      <SectionNav label={t.boards}>
        {BOARDS.filter((one) => NEEDS[one] === undefined || may(NEEDS[one])).map((one) => (
          <PartLink
            key={one}
            to="/boards"
            search={({ campaign }) => ({
              ...(one === 'late' ? {} : { board: one }),
              ...(campaign === undefined ? {} : { campaign }),
            })}
            isShown={one === board}
          >
            {t[one]}
          </PartLink>
        ))}
      </SectionNav>
      <Shown />
    </PageBody>
  );
}
