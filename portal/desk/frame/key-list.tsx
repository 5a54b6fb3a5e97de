// The list of the keys, opened by `?`.
import { useTranslations } from 'use-intl'
import { Dialog } from '../parts/dialog'

const KEYS = [
  ['/', 'search'],
  ['?', 'list'],
  ['g t', 'today'],
  ['g c', 'cases'],
  ['g d', 'deadlines'],
  ['j  k', 'rows'],
  ['Enter', 'open'],
  ['.', 'next'],
  ['n', 'intake'],
  ['1 … 5', 'tabs'],
  ['a', 'acts'],
  ['Space  x  [  ]  +  −  r', 'verify'],
  ['Ctrl Enter', 'submit'],
  ['Esc Esc', 'blank'],
] as const

export function KeyList({ onClose }: { onClose: () => void }) {
  const words = useTranslations('keys')
  return (
    <Dialog title={words('title')} onClose={onClose}>
      <dl className="key-list">
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part, place) => (part ? <kbd key={place}>{part}</kbd> : ' '))}
            </dt>
            <dd>{words(word)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={onClose}>
        {words('close')}
      </button>
    </Dialog>
  )
}
