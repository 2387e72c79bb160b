import { useLayoutEffect, useSyncExternalStore } from 'react';
import { keep, kept } from './kept.js';

const KEY = 'vinhdanh.shortcuts';
const listeners = new Set<() => void>();

/** Whether single keys do something here. WCAG 2.2, 2.1.4: whoever dictates or trembles can switch them off. */
export const areShortcutsOn = (): boolean => kept(KEY) !== 'off';

export function switchShortcuts(on: boolean): void {
  keep(KEY, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areShortcutsOn);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select'));

/** Single keys of a page. Nothing happens while one types, holds a modifier or has a dialog open. */
export function useShortcuts(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  // A key counts from the moment its button is seen, not from some time after.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!areShortcutsOn() || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      const act = keys[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
