"""Carries the case of a stepchild from the application to the archive with a client that was generated from
the description: every call, body and answer goes through it.

    drive.py CLIENT OFFICE APPLICATION SCAN

CLIENT is the folder of the generated client, OFFICE the address of a practice office; APPLICATION (JSON) and
SCAN (PDF) are files.
"""

import importlib
import io
import json
import pathlib
import sys
import time
import typing

CLIENT, OFFICE, APPLICATION, SCAN = sys.argv[1:]
sys.path.insert(0, CLIENT)
PACKAGE = next(pathlib.Path(CLIENT).glob("*/client.py")).parent.name
generated = importlib.import_module(PACKAGE)
types = importlib.import_module(f"{PACKAGE}.types")
ANYBODY = generated.Client(base_url=OFFICE, timeout=60)
PRESS_PATIENCE = 60
calls = []


def operation(name):
    file = next(pathlib.Path(CLIENT, PACKAGE, "api").glob(f"*/{name}.py"))
    return importlib.import_module(f"{PACKAGE}.api.{file.parent.name}.{name}")


def call(client, name, *places, body=None, **named):
    """Does an operation. A body is read by its model first, and words by their lists."""
    module = operation(name)
    wanted = typing.get_type_hints(module.sync_detailed)
    if isinstance(body, dict):
        named["body"] = wanted["body"].from_dict(body)
    elif body is not None:
        named["body"] = types.File(payload=io.BytesIO(body))
    for key, value in named.items():
        listed = [one for one in typing.get_args(wanted[key]) or [wanted[key]] if hasattr(one, "__members__")]
        if listed:
            named[key] = listed[0](value)
    answer = module.sync_detailed(*places, client=client, **named)
    calls.append(name)
    assert 200 <= answer.status_code < 300, f"{name}: {answer.status_code} {answer.content.decode()}"
    assert answer.parsed is not None, f"{name}: the answer was not read"
    return answer


def sign_in(role):
    session = call(ANYBODY, "create_practice_session", body={"role": role}).parsed
    return generated.AuthenticatedClient(base_url=OFFICE, token=session.access_token, timeout=60)


class Case:
    """One case and the version last seen."""

    def __init__(self, application):
        self.people = {}
        self.application = application
        opened = call(self.person("registrar"), "create_case", body=application)
        self.id = opened.parsed.case_id
        self.see(opened)

    def person(self, role):
        if role not in self.people:
            self.people[role] = sign_in(role)
        return self.people[role]

    def see(self, answer):
        self.version = answer.headers["ETag"]
        assert self.version == f'"{answer.parsed.version}"'

    def act(self, name, *places, role="registrar", **named):
        answer = call(self.person(role), name, self.id, *places, if_match=self.version, **named)
        self.see(answer)
        return answer.parsed

    def file(self, paper, party=None, compared_with="original"):
        named = {"party": party} if party else {}
        scan = pathlib.Path(SCAN).read_bytes() + f"% {paper} {party}\n".encode()
        filed = self.act("file_paper", paper=paper, body=scan, **named)
        self.act("verify_paper", filed.events[0].number, body={"compared_with": compared_with})

    def sign(self, paper, party=None):
        self.file(paper, party, "signed_before_me")

    def documents(self, kind=None):
        """The documents, once the press has made them."""
        began = time.monotonic()
        while True:
            made = call(self.person("registrar"), "list_documents", self.id).parsed
            made = [one for one in made if kind in (None, one.kind.value)]
            if made and all(one.ready for one in made):
                return made
            assert time.monotonic() - began < PRESS_PATIENCE, f"the press has not made {kind}"
            time.sleep(0.05)


def papers_of(application):
    yield "joint_photo", None
    for party in ADOPTERS:
        for paper in ("household_register", "identity_card", "marriage_proof"):
            yield paper, party
    yield "placer_photo", "placer"
    yield "household_register", "placer"
    yield "identity_card", "placer"
    other = (application["parents"].get("other_parent") or {}).get("state")
    if other == "alive":
        yield "other_parent_consent", "other_parent"
    elif other in ("dead", "missing"):
        yield "spouse_death_or_missing_proof", "placer"


def inquiry(party, hour):
    answers = [{"question": "提供虚假材料的后果，您知道吗？", "answer": "知道。"}, {"question": "是否自愿？", "answer": "完全自愿。"}]
    return {
        "party": party, "began_at": f"{hour:02}:10:00", "ended_at": f"{hour:02}:45:00", "answers": answers,
        "place": "练习县民政局收养登记处询问室", "recorder": "林知夏", "signing": "read_and_signed",
    }


def guidance(party):
    return {
        "party": party, "given_by": "林知夏", "place": "练习县民政局收养登记处", "minutes": 50, "form": "面谈",
        "topics": "父母的家庭教育责任；如何告诉孩子身世", "response": "已经了解，愿意照做。",
    }


def registration(application, on):
    def confirmed(check, party):
        return {"check": check, "party": party, "source": "练习县公安局信息核查", "checked_on": on, "outcome": "clear"}

    def present(party, shown, person):
        return {"manner": "in_person", "party": party, "shown": shown, "number": person["resident_id"]}

    attendance = [present(party, "identity_card", person) for party, person in zip(ADOPTERS, application["adopters"])]
    attendance.append(present("placer", "identity_card", application["parents"]["placing"][0]))
    attendance.append(present("child", "household_register", application["child"]))
    confirmations = [confirmed("care_of_child", "child")] + [confirmed("marital_status", one) for one in ADOPTERS]
    return {"blank_serial": f"YZ{time.time_ns()}"[:14], "attendance": attendance, "confirmations": confirmations}


application = json.loads(pathlib.Path(APPLICATION).read_text(encoding="utf-8"))
ADOPTERS = ["adopter_1", "adopter_2"][: len(application["adopters"])]
case = Case(application)
case.sign("application_form")
for paper, party in papers_of(application):
    case.file(paper, party)
case.act("accept_case", body={})
for hour, party in enumerate([*ADOPTERS, "placer"], start=9):
    case.act("record_inquiry", body=inquiry(party, hour))
    case.sign("inquiry_record", party)
    case.act("give_consent", body={"party": party, "signing": "read_and_signed"})
    case.sign("consent_form", party)
for party in ADOPTERS:
    case.act("record_guidance", body=guidance(party))
    case.sign("guidance_record", party)
case.act("propose_case", body={"opinion": "经审查，符合收养条件，建议准予登记。"})
case.act("approve_case", role="leader", body={"opinion": "同意登记。", "reasons_over_report": []})
case.sign("approval_form")
today = call(case.person("registrar"), "read_practice_clock").parsed.today
case.act("register_adoption", body=registration(application, today.isoformat()))
certificate = case.documents("certificate")[-1]
printed = call(case.person("registrar"), "print_document", case.id, certificate.id).parsed
assert printed.payload.read().startswith(b"%PDF"), "the certificate is no PDF"
case.act("issue_certificate", body={})
case.sign("certificate_receipt")
case.documents()
case.act("archive_case", role="archivist", body={})
whole = call(case.person("registrar"), "read_case", case.id).parsed
assert whole.stage.value == "archived", whole.stage
assert str(whole.kind.value) == "stepchild", whole.kind
print(f"{len(calls)} calls of {len(set(calls))} operations; {whole.number} is archived")
