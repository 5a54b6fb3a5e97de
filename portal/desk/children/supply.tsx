// Bringing the scan of a paper. Where the case went on meanwhile, the chosen file stays and is sent on what there is now.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMessage } from '../../shared/words/provider'
import { Summary } from '../acts/form/summary'
import { useAct } from '../acts/send'
import { Dialog } from '../parts/dialog'
import { say } from '../parts/notice'
import { ScanField } from '../parts/scan-field'
import { childQuery, type Slot } from './read'

export function Supply({ id, version, slot, onClose }: { id: string; version: number; slot: Slot; onClose: () => void }) {
  const words = useTranslations('children')
  const form = useTranslations('form')
  const message = useMessage()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [none, setNone] = useState(false)
  const title = message(slot.title)
  const { act, sending, error, asked, put } = useAct(() => {
    say(id, words('supplied', { paper: title }))
    onClose()
    for (const queryKey of [['case', id], ['lists']]) void queries.invalidateQueries({ queryKey })
  })
  const send = async () => {
    setNone(!file)
    if (!file) return
    const slotOf = new URLSearchParams({ paper: slot.paper, ...(slot.party && { party: slot.party }) })
    await act({ path: `/v1/cases/${id}/papers?${slotOf.toString()}`, version, body: file, mediaType: file.type })
  }
  return (
    <Dialog title={words('supplyOf', { paper: title })} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Summary error={error} what={title} />
        {asked === 'merge' && (
          <div className="note amber notice" role="alert">
            <p>{words('wentOn')}</p>
            <button type="button" className="button low" onClick={() => void queries.invalidateQueries({ queryKey: childQuery(id).queryKey }).then(put)}>
              {words('readAnew')}
            </button>
          </div>
        )}
        <ScanField id="scan" label={form('scan')} hint={form('scanHint')} fault={none ? form('noScan') : undefined} onChosen={([first]) => setFile(first)} />
        <div className="form-foot">
          <button className="button primary" disabled={sending || asked !== undefined}>
            {words(sending ? 'sending' : 'send')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
