// Cases with a reportable circumstance that is still open, for the leader: the case stands still until it is settled.
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PageHead } from '../parts/page'
import { Reading } from '../parts/reading'
import { TableSheet } from '../parts/table'
import { WorkLine } from '../today/work-line'
import { worklistQuery } from '../today/worklist'

export function Incidents() {
  const words = useTranslations('incidents')
  const today = useTranslations('today')
  const list = useQuery(worklistQuery)
  return (
    <>
      <PageHead title={words('title')} tab={words('title')} below={words('hint')} />
      <Reading of={list}>
        {({ groups, soon_until }) => {
          const rows = groups.find(({ group }) => group === 'incidents')?.rows ?? []
          return (
            <TableSheet title={words('title')} heads={[today('deadline'), today('case'), today('next'), today('waitsFor'), today('act')]} empty={rows.length === 0 ? words('none') : undefined}>
              {rows.map((row) => (
                <WorkLine key={row.case.case_id} row={row} chosen={false} soonUntil={soon_until} />
              ))}
            </TableSheet>
          )
        }}
      </Reading>
    </>
  )
}
