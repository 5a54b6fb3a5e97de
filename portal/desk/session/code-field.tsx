// One field for a code: pasted, with hyphens, in lower case or in full width, it is understood by the service.
import { useTranslations } from 'use-intl'

export function CodeField({ hint }: { hint: string }) {
  const words = useTranslations('session')
  return (
    <div className="field">
      <label htmlFor="code">{words('code')}</label>
      <p className="hint" id="code-hint">
        {hint}
      </p>
      <input
        className="input code"
        id="code"
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        aria-describedby="code-hint"
        autoFocus
        required
      />
    </div>
  )
}
