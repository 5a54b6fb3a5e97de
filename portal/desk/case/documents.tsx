// The documents the service made of the case. One that is still being made is asked for again, and is never a dead link.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useNames } from '../parts/names'
import { openFile } from '../parts/open-file'
import { Reading } from '../parts/reading'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { Sheet } from '../parts/sheet'
import { documentsQuery, useCaseChanged } from './read'

export function Documents({ id }: { id: string }) {
  const words = useTranslations('case')
  const documents = useQuery({
    ...documentsQuery(id),
    refetchInterval: (query) => (query.state.data?.some(({ ready }) => !ready) ? Math.min(4000, 500 * 2 ** query.state.dataUpdateCount) : false),
  })
  return (
    <Sheet title={words('documents')}>
      <Reading of={documents}>
        {(all) =>
          all.length === 0 ? (
            <p className="empty">{words('noDocuments')}</p>
          ) : (
            <ul className="documents">
              {all.map((document) => (
                <Line key={document.id} id={id} document={document} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Sheet>
  )
}

function Line({ id, document }: { id: string; document: Schemas['DocumentAnswer'] }) {
  const words = useTranslations('case')
  const names = useNames()
  const changed = useCaseChanged()
  const { send, sending, error } = useSending()
  const open = (print: boolean) =>
    send(async () => {
      // Either answer is the document itself; a print is counted.
      const path = `/v1/cases/${id}/documents/${document.id}`
      await (print ? openFile(`${path}/prints`, { method: 'POST' }) : openFile(`${path}/content`))
      if (print) await changed(id)
    })
  return (
    <li>
      <div>
        <p className="medium">
          {document.title}
          {document.party && <span className="quiet"> · {names.value('Party', document.party)}</span>}
        </p>
        <p className="small quiet">
          {document.ready ? words('pagesAndPrints', { pages: document.pages ?? 0, prints: document.prints }) : words('beingMade')}
        </p>
        <Said error={error} />
      </div>
      {document.ready && (
        <span className="documents-acts">
          <button type="button" className="button low" disabled={sending} onClick={() => void open(false)}>
            {words('look')}
          </button>
          <button type="button" className="button low" disabled={sending} onClick={() => void open(true)}>
            {words('print')}
          </button>
        </span>
      )}
    </li>
  )
}
