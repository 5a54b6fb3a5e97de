// What may come between a person and an act: a second factor shown anew, or what somebody else did meanwhile.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { service } from '../../shared/api/client'
import { take } from '../../shared/api/problem'
import { useMessage } from '../../shared/words/provider'
import { CodeField } from '../session/code-field'
import { Dialog } from '../parts/dialog'
import { useDays } from '../parts/days'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { showFactor } from './send'

export function FactorDialog({ onShown, onClose }: { onShown: () => void; onClose: () => void }) {
  const words = useTranslations('session')
  const { send, sending, error } = useSending()
  return (
    <Dialog title={words('factorAgain')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const code = String(new FormData(event.currentTarget).get('code'))
          void send(() => showFactor(code)).then((shown) => shown && onShown())
        }}
      >
        <Said error={error} />
        <CodeField hint={words('factorHint')} />
        <div className="form-foot">
          <button className="button primary" disabled={sending}>
            {words('goOn')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words('notNow')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** Somebody did something since this page was read: who, what, and from which version to which. What was typed stays. */
export function MergeDialog(props: { id: string; seen: number; mine?: ReactNode; onGoOn: () => void; onClose: () => void }) {
  const words = useTranslations('form')
  const message = useMessage()
  const { day } = useDays()
  const since = useQuery({
    queryKey: ['case', props.id, 'since', props.seen],
    gcTime: 0,
    queryFn: async () => {
      const lines = await take(service.GET('/v1/cases/{case}/timeline', { params: { path: { case: props.id } } }))
      return lines.filter((line) => line.version > props.seen)
    },
  })
  return (
    <Dialog title={words('merge.title')} onClose={props.onClose} wide>
      <Reading of={since}>
        {(lines) => (
          <>
            <p>{words('merge.versions', { seen: props.seen, now: lines.at(-1)?.version ?? props.seen })}</p>
            <div className="merge-sides">
              <section aria-label={words('merge.theirs')}>
                <h3>{words('merge.theirs')}</h3>
                <ul className="plain-list merge">
                  {lines.map((line) => (
                    <li key={line.version}>
                      <b>{line.by}</b> {message(line.headline)} <span className="micro">{day(line.on)}</span>
                    </li>
                  ))}
                </ul>
              </section>
              {props.mine && (
                <section aria-label={words('merge.mine')}>
                  <h3>{words('merge.mine')}</h3>
                  {props.mine}
                </section>
              )}
            </div>
          </>
        )}
      </Reading>
      <p className="note">{words('merge.kept')}</p>
      <div className="form-foot">
        <button type="button" className="button primary" onClick={props.onGoOn} autoFocus>
          {words('merge.goOn')}
        </button>
        <button type="button" className="button" onClick={props.onClose}>
          {words('merge.back')}
        </button>
      </div>
    </Dialog>
  )
}
