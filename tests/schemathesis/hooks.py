"""Turns made-up requests into ones somebody could send: a person signed in, a case that is there and
its version. What was wrong on purpose stays wrong; every tenth request is sent as it was made.

GUIJIA_PLAN names a file with what the office holds; every answer becomes a line of GUIJIA_ANSWERS.
"""

import collections
import json
import os
import random
import re

import requests
import schemathesis
from schemathesis.generation.meta import TestPhase

with open(os.environ["GUIJIA_PLAN"], encoding="utf-8") as plan_file:
    PLAN = json.load(plan_file)
ANSWERS = open(os.environ["GUIJIA_ANSWERS"], "a", encoding="utf-8")
EDGES = collections.Counter()
CHANCE = random.Random(20260302)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def likely(tenths):
    return CHANCE.randrange(10) < tenths


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def caller(operation):
    """Mostly somebody who may, sometimes anybody."""
    # Somebody nobody else is: signing out everywhere ends the sessions of all who are this person.
    if operation in ("end_session", "end_all_sessions", "end_other_sessions"):
        wish = {"role": "auditor", "person": 2}
        answer = requests.post(PLAN["base"] + "/v1/practice/sign-in", json=wish)
        return answer.json()["access_token"]
    those_who_may = PLAN["callers"].get(operation) if likely(8) else None
    return CHANCE.choice(those_who_may or PLAN["everybody"])


def choose_place(case):
    """Puts in the address what is there, where the address was well formed."""
    places = case.path_parameters or {}
    if IDENTIFIER.match(str(places.get("case", ""))):
        chosen = CHANCE.choice(PLAN["cases"])
        places["case"] = chosen["id"]
        if "document" in places:
            places["document"] = CHANCE.choice(chosen["documents"])
    if "set" in places:
        places.update(CHANCE.choice(PLAN["sets"]))
    if isinstance(places.get("number"), int):
        places["number"] = CHANCE.randrange(1, 6)
    if IDENTIFIER.match(str(places.get("id", ""))):
        places["id"] = CHANCE.choice(PLAN["spare_accounts"])


def choose_held(case, held):
    """Something of this that the office holds, asked for by whoever may read it."""
    if "token" in held:
        case.headers["Authorization"] = "Bearer " + held["token"]
    if "code" in held:
        case.headers["Resume-Code"] = held["code"]
    if "places" in held and case.path_parameters is not None:
        case.path_parameters.update(CHANCE.choice(held["places"]))


def choose_words(case):
    """Puts words of the interface where the description can only say that they are text."""
    for name in case.query or {}:
        if name in PLAN["words"]:
            case.query[name] = CHANCE.choice(PLAN["words"][name])


def name_version(case):
    headers = {"Authorization": case.headers["Authorization"]}
    address = PLAN["base"] + "/v1/cases/" + case.path_parameters["case"]
    version = requests.get(address, headers=headers).headers.get("ETag")
    if version is not None:
        case.headers["If-Match"] = version


@schemathesis.hook
def filter_case(context, case):
    """Of the cases at the edges of each operation's schema the first of every so many."""
    if case.meta is None or case.meta.phase.name != TestPhase.COVERAGE:
        return True
    EDGES[operation_id(case)] += 1
    return (EDGES[operation_id(case)] - 1) % PLAN["one_in"] == 0


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = operation_id(case)
    # The legal day moves by days, so that what follows is not a thousand years later.
    if operation == "move_practice_clock" and isinstance(case.body, dict):
        if DAY.match(str(case.body.get("today", ""))):
            case.body["today"] = CHANCE.choice(PLAN["days"])
    # Who has no second factor could not be asked anything more.
    if operation == "change_office_rules" and isinstance(case.body, dict):
        if isinstance(case.body.get("second_factor"), dict):
            case.body["second_factor"]["demanded"] = False
    if not likely(9):
        return
    if case.operation.definition.raw.get("security"):
        case.headers["Authorization"] = "Bearer " + caller(operation)
    choose_place(case)
    choose_words(case)
    held = PLAN["held"].get(operation)
    if held is not None and likely(5):
        choose_held(case, held)
    of_a_case = "case" in (case.path_parameters or {})
    if of_a_case and "If-Match" in case.headers and "Authorization" in case.headers:
        name_version(case)


@schemathesis.hook
def after_call(context, case, response):
    ANSWERS.write(f"{operation_id(case)} {response.status_code}\n")
    ANSWERS.flush()
