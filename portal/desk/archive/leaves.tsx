// 卷内文件目录: the leaves of a volume in the order of the archive, each with the pages it takes; a scan can be looked at.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { openFile } from '../parts/open-file'
import { Said } from '../parts/said'
import { useSending } from '../parts/sending'
import { Sheet } from '../parts/sheet'

type Leaf = Schemas['CaseVolume']['leaves'][number]

export function Leaves({ volume, id }: { volume: Schemas['CaseVolume']; id: string }) {
  const words = useTranslations('archive')
  return (
    <Sheet title={words('leaves')} aside={<span className="small quiet">{words('counted', { leaves: volume.leaves.length, pages: volume.pages })}</span>}>
      {volume.leaves.length === 0 ? (
        <p className="empty">{words('noLeaves')}</p>
      ) : (
        <div className="scroller" role="region" aria-label={words('leaves')} tabIndex={0}>
          <table>
            <caption className="unseen">{words('leaves')}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {words('place')}
                </th>
                <th scope="col">{words('leaf')}</th>
                <th scope="col" className="number">
                  {words('pageNumbers')}
                </th>
                <th scope="col" className="number leaf-pages">
                  {words('pages')}
                </th>
                <th scope="col">{words('scan')}</th>
              </tr>
            </thead>
            <tbody>
              {volume.leaves.map((leaf) => (
                <LeafRow key={leaf.place} leaf={leaf} id={id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  )
}

function LeafRow({ leaf, id }: { leaf: Leaf; id: string }) {
  const words = useTranslations('archive')
  const { send, sending, error } = useSending()
  return (
    <tr>
      <td className="number">{leaf.place}</td>
      <td>{leaf.title}</td>
      <td className="number nowrap">{leaf.first_page >= leaf.last_page ? leaf.first_page : `${leaf.first_page}—${leaf.last_page}`}</td>
      <td className="number leaf-pages">{leaf.pages}</td>
      <td className="nowrap">
        {leaf.paper ? (
          <button type="button" className="button low" disabled={sending} aria-label={words('lookAt', { paper: leaf.title })} onClick={() => void send(() => openFile(`/v1/cases/${id}/papers/${leaf.paper}/content`))}>
            {words('look')}
          </button>
        ) : (
          <span className="small quiet">{words('document')}</span>
        )}
        <Said error={error} />
      </td>
    </tr>
  )
}
