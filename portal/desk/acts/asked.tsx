// What may come between a person and an act: a second factor shown anew.
import { useTranslations } from 'use-intl'
import { CodeField } from '../session/code-field'
import { Dialog } from '../parts/dialog'
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
