import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useFormats, useWords } from '../shared/words/language.js';
import { unreadQuery } from './notices-query.js';
import { noticesWords } from './notices.words.js';

/** How many notices wait to be read, and the way to them. */
export function Bell() {
  const t = useWords(noticesWords);
  const { number } = useFormats();
  const navigate = useNavigate();
  const { data } = useQuery(unreadQuery);
  const count = data?.count ?? 0;
  const told = `${number(count)}${data?.more === true ? '+' : ''}`;
  return (
    <Indicator label={told} size={16} color="red" disabled={count === 0} offset={7}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={count === 0 ? t.bellNone : t.bell(told)}
        onClick={() => void navigate({ to: '/notices', search: count === 0 ? {} : { unread: true } })}
      >
        <IconBell size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
