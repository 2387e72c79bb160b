import { Button, Group, Modal } from '@mantine/core';
import { IconGavel, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { EligibilityShown, PossibleAct } from '../shared/api/answers.js';
import { useAct, wish } from '../shared/api/act.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useWords } from '../shared/words/language.js';
import { eligibilityWords } from './eligibility.words.js';
import { FactsForm } from './facts-form.js';

interface Props {
  readonly eligibility: EligibilityShown;
  readonly declare: PossibleAct | undefined;
  readonly evaluate: PossibleAct | undefined;
}

/** To answer what is missing, and to have the dossier judged again by what is known now. */
export function EligibilityActs({ eligibility, declare, evaluate }: Props) {
  const t = useWords(eligibilityWords);
  const words = useWords(common);
  const [isOpen, setOpen] = useState(false);
  const judging = useAct({ onDone: () => sayDone(t.evaluated) });
  const isAnswerable = eligibility.missing.facts.some(({ answer }) => answer !== null);
  const close = (): void => setOpen(false);
  return (
    <>
      {judging.isError && <ProblemAlert error={judging.error} />}
      <Group gap="xs" className="vd-no-print">
        {declare !== undefined && isAnswerable && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen(true)}>
            {t.answer}
          </Button>
        )}
        {evaluate !== undefined && (
          <Button
            variant="default"
            leftSection={<IconGavel size={16} aria-hidden />}
            loading={judging.isPending}
            onClick={() => judging.mutate(wish(evaluate.href))}
          >
            {t.evaluate}
          </Button>
        )}
      </Group>
      {isOpen && declare !== undefined && (
        <Modal opened onClose={close} title={t.answerTitle} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
          <FactsForm eligibility={eligibility} href={declare.href} onDone={close} />
        </Modal>
      )}
    </>
  );
}
