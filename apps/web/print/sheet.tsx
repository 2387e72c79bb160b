import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useMe, useToday } from '../shared/session/me.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { printWords } from './print.words.js';
import styles from './sheet.module.css';

interface Props {
  /** The office whose paper it is. */
  readonly office: string;
  readonly number?: string;
  /** Its day; today where it has none of its own. */
  readonly day?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly signatures: readonly { readonly who: string; readonly how: string }[];
  readonly children: ReactNode;
}

/** A sheet of A4 as offices lay it out: office and State at the top, who signs at the end. */
export function Sheet({ office, number, day, title, subtitle, signatures, children }: Props) {
  const t = useWords(printWords);
  const today = useToday();
  const { moment } = useFormats();
  const now = useMe()?.world.now;
  const [year = '', month = '', date = ''] = (day ?? today).split('-');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={styles['desk']}>
      <div className={`${styles['bar'] ?? ''} vd-no-print`}>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <article className={styles['sheet']}>
        <header className={styles['head']}>
          <div>
            <p className={styles['office']}>{office}</p>
            {number !== undefined && <p>{t.number(number)}</p>}
          </div>
          <div>
            <p className={styles['state']}>{t.state}</p>
            <p>
              <span className={styles['motto']}>{t.motto}</span>
            </p>
            <p className={styles['day']}>{t.onDay(date, month, year)}</p>
          </div>
        </header>
        <h1>{title}</h1>
        {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
        {children}
        <div className={styles['signatures']}>
          {signatures.map(({ who, how }) => (
            <div key={who}>
              <p>
                <strong>{who}</strong>
              </p>
              <p className={styles['day']}>{how}</p>
            </div>
          ))}
        </div>
        {now !== undefined && <p className={styles['foot']}>{t.printedAt(moment(now))}</p>}
      </article>
    </main>
  );
}

/** Labels with what they say, line under line. */
export function Facts({ of }: { readonly of: readonly (readonly [label: string, text: string])[] }) {
  return (
    <dl className={styles['facts']}>
      {of.map(([label, text]) => (
        <FactLine key={label} label={label} text={text} />
      ))}
    </dl>
  );
}

function FactLine({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}:</dt>
      <dd>
        <strong>{text}</strong>
      </dd>
    </>
  );
}
