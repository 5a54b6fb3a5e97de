// Who has come: each party in person, with the document shown and the number read from it, or represented by the spouse
// where the service allows it.
import { useTranslations } from 'use-intl'
import { useMessage } from '../../../shared/words/provider'
import { useNames } from '../../parts/names'
import { useForm } from './context'
import { idOf } from './faults'
import type { Input } from './inputs'
import { Faults, type FieldProps } from './labelled'
import { Options } from './options'
import { TextField } from './text-field'
import { pick } from './values'

const TEXT = { t: 'text' } as const

export function AttendanceField(props: FieldProps & { input: Input }) {
  const words = useTranslations('form')
  const names = useNames()
  const message = useMessage()
  const form = useForm()
  const items = (pick(form.values, props.pointer) ?? []) as { party?: string; manner?: string }[]
  return (
    <fieldset className="group" id={idOf(props.pointer)} tabIndex={-1}>
      <legend>{props.label}</legend>
      <Faults pointer={props.pointer} />
      {(props.input.parties ?? []).map((who) => {
        const place = items.findIndex(({ party }) => party === who.party)
        if (place < 0) return null
        const pointer = `${props.pointer}/${place}`
        const represented = items[place]?.manner === 'represented_by_spouse'
        const shown = who.shown.map((document) => ({ value: document, title: names.value('ShownDocument', document) }))
        return (
          <fieldset className="item" key={who.party} id={idOf(pointer)} tabIndex={-1}>
            <legend>{message(who.title)}</legend>
            <Faults pointer={pointer} />
            {who.by_spouse && (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={represented}
                  onChange={(event) => form.set(pointer, { party: who.party, manner: event.target.checked ? 'represented_by_spouse' : 'in_person' })}
                />
                <span>{words('bySpouse')}</span>
              </label>
            )}
            {!represented && (
              <>
                <Options {...props} pointer={`${pointer}/shown`} label={names.field('Attendance', 'shown')} options={shown} value={String(pick(form.values, `${pointer}/shown`) ?? '')} onChange={(document) => form.set(`${pointer}/shown`, document)} />
                <TextField {...props} pointer={`${pointer}/number`} property="number" label={names.field('Attendance', 'number')} type={TEXT} kind="text" />
              </>
            )}
          </fieldset>
        )
      })}
    </fieldset>
  )
}
