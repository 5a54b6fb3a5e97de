// Taking in a scan: which paper, of whom, and the file.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CaseView } from '../case/read'
import { useCaseChanged } from '../case/read'
import { useNames } from '../parts/names'
import { say } from '../parts/notice'
import { MergeDialog } from './asked'
import { Summary } from './form/summary'
import { resolve } from './form/model'
import { useAct } from './send'

const TYPES = 'application/pdf,image/jpeg,image/png'

function wordsOf(name: string): string[] {
  const { type } = resolve({ t: 'ref', of: name })
  return type.t === 'enum' ? type.of : []
}

export function FilePaper({ id, view }: { id: string; view: CaseView }) {
  const words = useTranslations('form')
  const names = useNames()
  const navigate = useNavigate()
  const changed = useCaseChanged()
  const asked = new URLSearchParams(window.location.search)
  const [paper, setPaper] = useState(asked.get('paper') ?? 'household_register')
  const [party, setParty] = useState(asked.get('party') ?? '')
  const [file, setFile] = useState<File>()
  const [none, setNone] = useState(false)
  const { act, sending, error, asked: between, put } = useAct(() => {
    say(id, words('done', { what: names.value('PaperKind', paper) }))
    void changed(id).then(() => navigate({ to: '/cases/$id/$tab', params: { id, tab: 'papers' } }))
  })
  const submit = () => {
    setNone(!file)
    if (!file) return
    const query = new URLSearchParams(party ? { paper, party } : { paper })
    void act({ path: `/v1/cases/${id}/papers?${query.toString()}`, version: view.version, body: file, mediaType: file.type })
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
      <Summary error={error} what={words('file')} />
      <div className="field">
        <label htmlFor="paper">{words('paper')}</label>
        <select className="input" id="paper" value={paper} onChange={(event) => setPaper(event.target.value)}>
          {Object.keys(names.table('PaperKind')).map((each) => (
            <option key={each} value={each}>
              {names.value('PaperKind', each)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="party">
          {words('party')} <span className="quiet">{words('optional')}</span>
        </label>
        <select className="input short" id="party" value={party} onChange={(event) => setParty(event.target.value)}>
          <option value="">{words('noParty')}</option>
          {wordsOf('Party').map((each) => (
            <option key={each} value={each}>
              {names.value('Party', each)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="scan">{words('scan')}</label>
        <p className="hint" id="scan-hint">
          {words('scanHint')}
        </p>
        {none && (
          <p className="fault" role="alert">
            {words('noScan')}
          </p>
        )}
        <input id="scan" type="file" accept={TYPES} aria-describedby="scan-hint" aria-invalid={none || undefined} onChange={(event) => setFile(event.target.files?.[0])} />
      </div>
      <div className="form-foot">
        <button className="button primary" disabled={sending}>
          {words('fileIt')}
        </button>
      </div>
      {between === 'merge' && <MergeDialog id={id} seen={view.version} onClose={put} onGoOn={() => void changed(id).then(put)} />}
    </form>
  )
}
