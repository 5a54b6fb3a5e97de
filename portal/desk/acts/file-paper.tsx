// Taking in a scan: which paper of whom it is, as the service lists them, and the file.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { useCaseChanged } from '../case/read'
import { say } from '../parts/notice'
import { ScanField } from '../parts/scan-field'
import type { Preferred } from './act-form'
import { MergeDialog } from './merge/dialog'
import { useChoiceTitle } from './form/choice-title'
import { fits } from './form/inputs'
import { Summary } from './form/summary'
import type { ActLine } from './model'
import { useAct } from './send'

interface Filing {
  id: string
  version: number
  line: ActLine
  preferred: Preferred
  onDone: () => void
}

export function FilePaper({ id, version, line, preferred, onDone }: Filing) {
  const words = useTranslations('form')
  const message = useMessage()
  const changed = useCaseChanged()
  const slots = line.inputs.find(({ at }) => at === '?')?.one_of ?? []
  const titleOf = useChoiceTitle(slots)
  const wanted = slots.findIndex(({ value }) => fits(value, { paper: preferred.paper, ...(preferred.party && { party: preferred.party }) }))
  const [at, setAt] = useState(Math.max(0, wanted))
  const [file, setFile] = useState<File>()
  const [none, setNone] = useState(false)
  const slot = slots[at]
  const { act, sending, error, asked, put } = useAct((done) => {
    say(id, [words('done', { what: slot ? message(slot.title) : message(line.title) }), ...(done.notes ?? []).map(message)].join(' '))
    void changed(id).then(onDone)
  })
  const submit = () => {
    setNone(!file)
    if (!file || !slot) return
    const query = new URLSearchParams(slot.value as Record<string, string>)
    void act({ path: `${line.path.replace('{case}', id)}?${query.toString()}`, version, body: file, mediaType: file.type })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Summary error={error} what={message(line.title)} />
      <div className="field">
        <label htmlFor="paper">{words('paper')}</label>
        <select className="input" id="paper" value={at} onChange={(event) => setAt(Number(event.target.value))}>
          {slots.map((each, place) => (
            <option key={place} value={place}>
              {titleOf(each)}
            </option>
          ))}
        </select>
      </div>
      <ScanField id="scan" label={words('scan')} hint={words('scanHint')} fault={none ? words('noScan') : undefined} onChosen={([first]) => setFile(first)} />
      <div className="form-foot">
        <button className="button primary" disabled={sending}>
          {words('fileIt')}
        </button>
      </div>
      {asked === 'merge' && <MergeDialog id={id} seen={version} onClose={put} onGoOn={() => void changed(id).then(put)} />}
    </form>
  )
}
