// Which of the papers, claims or circumstances of a case an act is about: what stands as a number in its path.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useMessage } from '../../shared/words/provider'

export function NumberField(props: { choices: Schemas['Choice'][]; value: unknown; onChange: (value: unknown) => void }) {
  const words = useTranslations('form')
  const message = useMessage()
  return (
    <div className="field">
      <label htmlFor="number-of">{props.choices.length > 0 ? words('about') : words('number')}</label>
      {props.choices.length > 0 ? (
        <select id="number-of" className="input" value={String(props.value)} onChange={(event) => props.onChange(Number(event.target.value))}>
          {props.choices.map((choice) => (
            <option key={String(choice.value)} value={String(choice.value)}>
              {message(choice.title)}
            </option>
          ))}
        </select>
      ) : (
        <input id="number-of" className="input short" inputMode="numeric" autoComplete="off" value={String(props.value)} onChange={(event) => props.onChange(event.target.value)} />
      )}
    </div>
  )
}
