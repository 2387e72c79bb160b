import { permit } from '../access/permissions.js';
import { accept, refuse, type CommandSpec, type Decision } from '../core/decision.js';
import { sameJson } from '../core/same-json.js';
import { ref } from '../core/stream.js';
import { bookInForce, RULE_PACK_FACTS, RULE_PACK_ID, rowsById, type RulePackState } from './rule-pack.stream.js';
import type { RuleBook, RuleRow } from './rows.js';

export interface LoadRules {
  readonly book: RuleBook;
}
export interface VerifyRule {
  readonly rowId: string;
  /** The official text the person compared the row with: number, article, where it was published. */
  readonly source: string;
  /** Whether the row may refuse from now on. */
  readonly enforced: boolean;
}
export interface WithdrawVerification {
  readonly rowId: string;
  readonly reason: string;
}

const own = ref('rule-pack', RULE_PACK_ID);

/** Puts the rule data of an installation into its world; the data itself is judged by whoever reads the files. */
export const loadRules: CommandSpec<LoadRules> = {
  needs: () => [own],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'rules.load', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'rules.load' } });
    const known = have.state('rule-pack', RULE_PACK_ID)?.book;
    if (known !== undefined && sameJson(known, c.book)) return refuse('ALREADY_DONE');
    // Verdicts name a version: two contents under one name could never be told apart again.
    if (known?.version === c.book.version) return refuse('ALREADY_EXISTS', { field: 'book.version' });
    return accept(grant, [{ stream: own, type: RULE_PACK_FACTS.loaded, payload: { book: c.book } }]);
  },
};

type Found = { readonly state: RulePackState; readonly row: RuleRow };

function found(rowId: string, state: RulePackState | undefined): Found | Decision {
  const row = state === undefined ? undefined : rowsById(state.book).get(rowId);
  return state === undefined || row === undefined
    ? refuse('NOT_FOUND', { field: 'rowId', params: { id: rowId } })
    : { state, row };
}

/**
 * A named person confirms that a row says what the official text says, and whether it may refuse from now on. Dossiers
 * that have been received keep the verdict of their day until somebody evaluates them again. Refuses rows of a draft:
 * nobody can verify what is not adopted.
 */
export const verifyRule: CommandSpec<VerifyRule> = {
  needs: () => [own],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'rules.verify', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'rules.verify' } });
    const one = found(c.rowId, have.state('rule-pack', RULE_PACK_ID));
    if ('ok' in one) return one;
    if (c.source.trim() === '') return refuse('REASON_REQUIRED', { field: 'source' });
    if (isOfDraft(one)) return refuse('NOT_ALLOWED_IN_STATE', { field: 'rowId', params: { status: 'draft' } });
    const now = rowsById(bookInForce(one.state)).get(c.rowId);
    const isSame = now?.confidence === 'V' && now.source === c.source && (now.enforced ?? false) === c.enforced;
    if (isSame) return refuse('ALREADY_DONE');
    return accept(grant, [
      {
        stream: own,
        type: RULE_PACK_FACTS.verified,
        payload: { rowId: c.rowId, source: c.source, enforced: c.enforced, was: one.row.confidence },
      },
    ]);
  },
};

const isOfDraft = ({ state, row }: Found): boolean =>
  state.book.packs.some((pack) => pack.status === 'draft' && pack.instruments.includes(row.basis.instrument));

/** Takes a verification back: the row is again what the data says it is. */
export const withdrawVerification: CommandSpec<WithdrawVerification> = {
  needs: () => [own],
  decide(c, have, { actor }) {
    const grant = permit(actor, 'rules.verify', []);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'rules.verify' } });
    const one = found(c.rowId, have.state('rule-pack', RULE_PACK_ID));
    if ('ok' in one) return one;
    if (one.state.verified[c.rowId] === undefined) return refuse('ALREADY_DONE');
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    return accept(grant, [
      { stream: own, type: RULE_PACK_FACTS.withdrawn, payload: { rowId: c.rowId, reason: c.reason } },
    ]);
  },
};
