import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { verifyRule, withdrawVerification } from '../../../libs/contracts/commands/rules.contract.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { capital } from '../shared/words/format.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { rulePath, type RuleShown } from './rules-query.js';
import { rulesWords } from './rules.words.js';
import { ShortHistory } from './short-history.js';

/** One rule: what it says, where it stands, how far it may be trusted, and who says so. */
export function RuleRow({ row }: { readonly row: RuleShown }) {
  const t = useWords(rulesWords);
  const say = useSay();
  const { day } = useFormats();
  const { says, article, from, source, note, enforced, waitsForPerson, verifiedByPerson = false } = row;
  const marks = [
    ...(waitsForPerson ? [t.needsVerification] : []),
    enforced ? t.enforced : t.advisory,
    ...(verifiedByPerson ? [t.verified] : []),
  ];
  const basis = [
    `${t.article}: ${article}`,
    ...(from === undefined ? [] : [t.validFrom(day(from))]),
    ...(verifiedByPerson && source !== undefined ? [`${t.source}: ${source}`] : []),
  ];
  return (
    <Stack gap={4} pb="xs" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Text>{capital(say(says))}</Text>
      <Text size="sm" c="dimmed">
        {basis.join(' · ')}
      </Text>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {capital(say(note))}
        </Text>
      )}
      <Group gap="xs">
        {marks.map((mark) => (
          <Badge key={mark} variant={mark === t.needsVerification ? 'outline' : 'default'} tt="none">
            {mark}
          </Badge>
        ))}
        <RuleActs row={row} />
      </Group>
    </Stack>
  );
}

function RuleActs({ row: { id, article, enforced, verifiedByPerson = false } }: { readonly row: RuleShown }) {
  const t = useWords(rulesWords);
  const may = useMay();
  const [isTold, setTold] = useState(false);
  const verify = (): void =>
    openCommandDialog(t.verifyOf(article), {
      href: rulePath(id, '/verification'),
      schema: verifyRule,
      omit: ['rowId'],
      fields: [
        { name: 'source', label: t.sourceLabel, hint: t.sourceHint, type: 'text', required: true },
        { name: 'enforced', label: t.enforcedLabel, hint: t.enforcedHint, type: 'flag', initial: enforced },
      ],
      label: t.verify,
      onDone: () => sayDone(t.done),
    });
  const withdraw = (): void =>
    openCommandDialog(t.withdrawOf(article), {
      href: rulePath(id, '/verification-withdrawal'),
      schema: withdrawVerification,
      omit: ['rowId'],
      fields: [{ name: 'reason', label: t.reason, type: 'line', required: true }],
      label: t.withdraw,
      isEnding: true,
      onDone: () => sayDone(t.withdrawn),
    });
  return (
    <>
      {may('rules.verify') && (
        <Button size="compact-sm" variant="default" aria-label={t.verifyOf(article)} onClick={verify}>
          {t.verify}
        </Button>
      )}
      {may('rules.verify') && verifiedByPerson && (
        <Button size="compact-sm" variant="default" aria-label={t.withdrawOf(article)} onClick={withdraw}>
          {t.withdraw}
        </Button>
      )}
      {verifiedByPerson && (
        <Button size="compact-sm" variant="subtle" aria-expanded={isTold} onClick={() => setTold(!isTold)}>
          {t.history}
        </Button>
      )}
      {isTold && <ShortHistory href={rulePath(id, '/history')} id={id} empty={t.noHistory} />}
    </>
  );
}
