// What is on file of an assessor, as forms: body, training, examination, screening and suspension; and the post certificate.
// Each form takes the place of what was on file, so it begins with that.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { usePeople } from '../acts/form/person-field'
import { OperationForm } from '../acts/operation-form'
import { Dialog } from '../parts/dialog'
import { Reading } from '../parts/reading'

export const ON_FILE = ['standingForm', 'certificateForm'] as const

export interface OnFile {
  form: (typeof ON_FILE)[number]
  line: Schemas['AssessorLine']
}

/** Of whom nothing is on file yet has had no training either: no item stands there to be filled. */
const NOTHING = { agency: '', background: '', employment: '', related_years: '', trainings: [], examinations: [], screenings: [], suspensions: [] }

export function OnFileDialog({ open, onClose, onSaved }: { open: OnFile; onClose: () => void; onSaved: (what: string) => void }) {
  const words = useTranslations('assessors')
  const { form, line } = open
  const what = words('formOf', { name: line.name, what: words(form) })
  const given = { path: { id: line.user }, what, button: words('save'), onDone: () => onSaved(what) }
  return (
    <Dialog title={what} onClose={onClose} wide>
      {form === 'standingForm' ? <OperationForm {...given} operation="change_standing" start={line.standing ?? NOTHING} /> : <Certificate id={line.user} given={given} />}
      <button type="button" className="button low" onClick={onClose}>
        {words('cancel')}
      </button>
    </Dialog>
  )
}

function Certificate({ id, given }: { id: string; given: Omit<Parameters<typeof OperationForm>[0], 'operation'> }) {
  const words = useTranslations('assessors')
  return (
    <Reading of={usePeople()}>
      {(people) => {
        const held = people.find((person) => person.id === id)
        return (
          <>
            <p className="hint">{words('certificateHint')}</p>
            <OperationForm {...given} operation="change_qualification" start={{ qualification: held?.qualification ?? undefined, registrar_number: held?.registrar_number ?? undefined }} />
          </>
        )
      }}
    </Reading>
  )
}
