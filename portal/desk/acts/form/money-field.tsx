// Money, typed in yuan as on a receipt: `5000`, `5,000.50`, also in full width. The service is sent fen.
import { useState } from 'react'
import { useForm } from './context'
import { Labelled, type FieldProps } from './labelled'
import { pick } from './values'

const FEN = 100

/** Amounts are told from other numbers by the ending of their name. */
export const isMoney = (property: string) => property.endsWith('_fen')

export function MoneyField(props: FieldProps) {
  const form = useForm()
  const value = pick(form.values, props.pointer)
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value / FEN) : '')
  return (
    <Labelled {...props}>
      {(given) => (
        <input
          className="input short"
          {...given}
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value)
            form.set(props.pointer, readYuan(event.target.value) ?? event.target.value)
          }}
        />
      )}
    </Labelled>
  )
}

/** Whole fen, or nothing where it is no amount; the service then says so at its place. */
function readYuan(typed: string): number | undefined {
  const parts = /^(\d+)(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').replaceAll(',', '').trim())
  return parts ? Number(parts[1]) * FEN + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}
