// One of several: up to five as buttons, more as a list one opens, many as a list one types into.
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../../parts/names'
import { useForm } from './context'
import { idOf } from './faults'
import { Faults, Labelled, type FieldProps } from './labelled'
import { pick } from './values'

const FEW = 5
const MANY = 12

const SearchSelect = lazy(() => import('../../controls/search-select'))

export interface Option {
  value: string
  title: string
}

export interface OptionsProps extends FieldProps {
  options: Option[]
  value: string
  onChange: (value: string) => void
}

export function Options(props: OptionsProps) {
  const words = useTranslations('form')
  const form = useForm()
  const { options, value, onChange } = props
  if (options.length > MANY) {
    return (
      <Labelled {...props}>
        {(given) => (
          <Suspense fallback={null}>
            <SearchSelect {...given} value={value} placeholder={words('typeToFind')} none={words('noneFound')} options={options} onChange={onChange} />
          </Suspense>
        )}
      </Labelled>
    )
  }
  if (options.length > FEW || !props.needed) {
    return (
      <Labelled {...props}>
        {(given) => (
          <select className="input short" {...given} value={value} onChange={(event) => onChange(event.target.value)}>
            <option value="">{words('choose')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.title}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    )
  }
  const id = idOf(props.pointer)
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={form.faults.has(props.pointer) ? `${id}-fault` : undefined}>
      <legend>{props.label}</legend>
      <Faults {...props} />
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="radio" name={id} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>{option.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The options of a field whose value is a word. */
export function WordOptions(props: FieldProps & { options: Option[] }) {
  const form = useForm()
  return <Options {...props} value={String(pick(form.values, props.pointer) ?? '')} onChange={(word) => form.set(props.pointer, word || undefined)} />
}

export function EnumField(props: FieldProps & { words: string[]; name: string | undefined }) {
  const names = useNames()
  const options = props.words.map((word) => ({ value: word, title: names.value(props.name ?? '', word) }))
  return <WordOptions {...props} options={options} />
}

/** Several words of a list, as boxes to tick. */
export function Ticks(props: FieldProps & { words: string[]; name: string | undefined }) {
  const names = useNames()
  const form = useForm()
  const chosen = (pick(form.values, props.pointer) ?? []) as string[]
  const tick = (word: string, on: boolean) => form.set(props.pointer, on ? [...chosen, word] : chosen.filter((each) => each !== word))
  return (
    <fieldset className="field" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {props.words.map((word) => (
        <label className="choice" key={word}>
          <input type="checkbox" checked={chosen.includes(word)} onChange={(event) => tick(word, event.target.checked)} />
          <span>{names.value(props.name ?? '', word)}</span>
        </label>
      ))}
    </fieldset>
  )
}
