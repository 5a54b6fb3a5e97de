// What the pages ask of the service, each question in one place.
import { useQuery } from '@tanstack/react-query'
import { service, type Schemas } from '../shared/api/client'
import { take } from '../shared/api/problem'

export type Office = Schemas['OfficeCard']
export type Guide = Schemas['AdoptionGuide']
export type ChildKind = Schemas['ChildKind']
export type Question = Schemas['EligibilityQuestion']
export type Eligibility = Schemas['Eligibility']
export type FactSheet = Schemas['FactSheet']

/** Who the office is, where, when it is open. One page may ask it in several places; it is read once. */
export function useOffice() {
  return useQuery({ queryKey: ['office'], queryFn: () => take(service.GET('/v1/public/office')) })
}

export function useGuide(kind: string) {
  return useQuery({
    queryKey: ['guide', kind],
    queryFn: () => take(service.GET('/v1/public/guide/{kind}', { params: { path: { kind } } })),
  })
}

export function useQuestions() {
  return useQuery({ queryKey: ['questions'], queryFn: () => take(service.GET('/v1/public/questions')) })
}

export function useNotices() {
  return useQuery({ queryKey: ['notices'], queryFn: listNotices })
}

/** What the law says of the facts. They are sent, answered and kept nowhere. */
export function check(facts: FactSheet): Promise<Eligibility> {
  return take(service.POST('/v1/eligibility/check', { body: facts }))
}

export type Notice = Awaited<ReturnType<typeof listNotices>>['notices'][number]
export type Message = Schemas['Message']
export type PreApplication = Schemas['PreApplication']
export type UploadProgress = Schemas['UploadProgress']
export type PaperKind = UploadProgress['paper']
export type Party = NonNullable<UploadProgress['party']>

function listNotices() {
  return take(service.GET('/v1/public/notices'))
}

/** Somebody who may know the child of a notice tells it. */
export function comeForward(notice: string, told: Schemas['NoticeReport']) {
  return take(service.POST('/v1/public/notices/{notice}/reports', { params: { path: { notice } }, body: told }))
}

export type Slot = Schemas['AppointmentSlot']
export type Appointment = Schemas['AppointmentAnswer']

export function useSlots() {
  return useQuery({
    queryKey: ['slots'],
    queryFn: () => take(service.GET('/v1/public/appointment-slots')),
    staleTime: 0,
  })
}

/** Books a time; the answer has the code by which it is found again. */
export function book(wanted: Schemas['NewAppointment']): Promise<Appointment> {
  return take(service.POST('/v1/public/appointments', { body: wanted }))
}

const withCode = (code: string) => ({ header: { 'Resume-Code': code } })

export function readAppointment(code: string): Promise<Appointment> {
  return take(service.GET('/v1/public/appointment', { params: withCode(code) }))
}

export function move(code: string, time: Schemas['MovedAppointment']): Promise<Appointment> {
  return take(service.PUT('/v1/public/appointment', { params: withCode(code), body: time }))
}

export async function giveBack(code: string): Promise<void> {
  await take(service.DELETE('/v1/public/appointment', { params: withCode(code) }))
}
