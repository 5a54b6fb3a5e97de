// The pieces of evidence of a record, each with the files that were kept of it.
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useNames } from '../parts/names'
import { openFile } from '../parts/open-file'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'

type File = Schemas['EvidenceFile']

export function Evidence({ id, pieces, files }: { id: string; pieces: Schemas['EvidencePiece'][]; files: File[] }) {
  const words = useTranslations('assess')
  const names = useNames()
  const kept = files.filter(({ piece }) => pieces.some(({ number }) => number === piece))
  return (
    <details>
      <summary>
        {words('evidenceCount', { count: pieces.length })} {kept.length > 0 && <span className="tag">{words('fileCount', { count: kept.length })}</span>}
      </summary>
      <ul className="plain-list small">
        {pieces.map((piece) => (
          <li key={piece.number}>
            <b>{piece.number}</b> {piece.what} <span className="quiet">{names.value('IndicatorEvidence', piece.kind)}</span>{' '}
            <span className="micro">{piece.items.join(' ')}</span>
            {files
              .filter((file) => file.piece === piece.number)
              .map((file) => (
                <Kept key={file.number} id={id} file={file} />
              ))}
          </li>
        ))}
      </ul>
      <p>
        <Link to="/tasks/$id/acts/$act" params={{ id, act: 'file_evidence' }} className="button low">
          {words('fileEvidence')}
        </Link>
      </p>
    </details>
  )
}

function Kept({ id, file }: { id: string; file: File }) {
  const words = useTranslations('assess')
  const { send, sending, error } = useSending()
  return (
    <>
      {' '}
      <button type="button" className="button low" disabled={sending} onClick={() => void send(() => openFile(`/v1/cases/${id}/assessment/evidence/${file.number}/content`))}>
        {words('lookAtFile', { number: file.number })}
      </button>
      <Said error={error} />
    </>
  )
}
