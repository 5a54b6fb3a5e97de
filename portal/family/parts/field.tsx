// A field: its name, what helps, what was wrong, then the place to write, in this order for the eye and for the ear.
import { useId, type InputHTMLAttributes, type TextareaHTMLAttributes } from 'react'

interface Shape {
  label: string
  hint?: string | undefined
  fault?: string | undefined
  value: string
  onValue: (value: string) => void
}

type Input = Shape & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>
type Area = Shape & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange'>

export function Field({ label, hint, fault, value, onValue, ...rest }: Input) {
  const [about, field] = useAbout(hint, fault)
  return (
    <div className="field">
      <label htmlFor={field.id}>{label}</label>
      {about}
      <input {...rest} {...field} className="input" value={value} onChange={(event) => onValue(event.target.value)} />
    </div>
  )
}

export function Area({ label, hint, fault, value, onValue, ...rest }: Area) {
  const [about, field] = useAbout(hint, fault)
  return (
    <div className="field">
      <label htmlFor={field.id}>{label}</label>
      {about}
      <textarea {...rest} {...field} className="input" value={value} onChange={(event) => onValue(event.target.value)} />
    </div>
  )
}

function useAbout(hint: string | undefined, fault: string | undefined) {
  const id = useId()
  const named = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const about = (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  )
  return [about, { id, 'aria-describedby': named || undefined, 'aria-invalid': fault ? true : undefined }] as const
}
