// No route is left out of the list of pages that the stories go to.
import { expect, test } from '@playwright/test'
import { ELSEWHERE, FAMILY_ELSEWHERE, FAMILY_PAGES, familyRoutes, leadsTo, PAGES, routes, TASK_PAGES } from './support/pages'

test('every route of the desk is come to in a story', () => {
  const visited = [...PAGES.flatMap(([, paths]) => paths), ...TASK_PAGES, ...ELSEWHERE]
  const all = routes()
  expect(all.length).toBeGreaterThan(30)
  expect(all.filter((route) => !visited.some((address) => leadsTo(route, address)))).toEqual([])
})

test('every route of the families is come to in a story', () => {
  const all = familyRoutes()
  expect(all.length).toBeGreaterThan(8)
  expect(all.filter((route) => ![...FAMILY_PAGES, ...FAMILY_ELSEWHERE].some((address) => leadsTo(route, address)))).toEqual([])
})
