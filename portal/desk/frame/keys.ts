// The keys of the desk. Single letters work outside fields only, never while a character is being composed, and can be
// switched off (WCAG 2.1.4).
import { useEffect, useRef } from 'react'
import { manners } from '../../shared/manners'

export type Keys = Record<string, () => void>

/** `g t` is g, then t within a second; `Control+Enter` works in fields, too. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    let before = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.altKey || event.metaKey) return
      const name = event.ctrlKey ? `Control+${event.key}` : event.key
      if (!event.ctrlKey && event.key.length === 1 && (!manners().keys || inField(event.target))) return
      if (name === ' ' && isPressed(event.target)) return
      const act = current.current[`${before} ${name}`] ?? current.current[name]
      clearTimeout(timer)
      before = act ? '' : name
      timer = setTimeout(() => (before = ''), 1000)
      if (!act || document.activeElement?.closest('dialog[open]')) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', press)
    }
  }, [])
}

/** Whether the blank presses what has the focus; what is chosen already has nothing left to press. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button:not([aria-current]), summary, a[href]') !== null
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
