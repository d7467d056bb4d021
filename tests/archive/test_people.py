"""Pages of members and officers, what they did, and private people who have none."""

import datetime
from dataclasses import replace

import pytest

import minutesnlp as mn
from minutesnlp.archive.disk import OnDisk
from minutesnlp.archive.store import InMemory
from minutesnlp.records import Attendee, Item, Meeting, Paragraph

COUNCIL = "Tarn Bridge Council"


def meeting(day, *texts, council=COUNCIL, declarations=()):
    id_ = f"{day}-{council.split()[0].lower()}"
    lines = [(text, "text") for text in texts] + [(text, "declaration") for text in declarations]
    paragraphs = tuple(
        Paragraph(f"{id_}/{n}", text, kind=kind, item_id=f"{id_}/i", citation=f"{council}, {day}, paragraph {n}")
        for n, (text, kind) in enumerate(lines, start=1)
    )
    date = datetime.date.fromisoformat(day)
    item = Item(f"{id_}/i", "Roads", "4", paragraphs, meeting_id=id_, council=council, body="Council", date=date)
    return Meeting(id_, council, "Council", date, items=(item,))


FIRST = meeting(
    "2021-02-01",
    "Odile Strake, Interim Director of Harbours, presented the report on dredging.",
    "Councillor Bram Ullock asked about the cost. Mr Ivo Quennell of Mill Lane spoke of the noise.",
    "Proposed by Councillor Ullock, seconded by Councillor Dace, and RESOLVED that the report be noted.",
    declarations=("Councillor Dace declared a personal interest as she was a trustee of the museum.",),
)
SECOND = meeting(
    "2021-09-06", "O Strake, Director of Harbours, replied to Councillor Ullock.", "The Director of Harbours left."
)
OTHER = meeting(
    "2021-03-01", "Councillor Brian Ullock thanked the Clerk, Ada Fleck.", council="Wendmoor Parish Council"
)


@pytest.fixture
def archive():
    return mn.Archive.in_memory(mn.Corpus([FIRST, SECOND, OTHER]))


def test_members_and_officers_have_pages_and_private_people_none(archive):
    told = {person.name: person.public for person in archive.people()}
    assert told == {
        "Dace": "member",
        "Ada Fleck": "officer",
        "Odile Strake": "officer",
        "Bram Ullock": "member",
        "Brian Ullock": "member",
    }
    assert [person.name for person in archive.people(public="officer")] == ["Ada Fleck", "Odile Strake"]


def test_an_interim_who_becomes_permanent_has_two_stints_in_order(archive):
    person = archive.person("O Strake")
    told = [(stint.post, stint.since.isoformat(), stint.interim) for stint in person.roles]
    assert told == [
        ("Interim Director of Harbours", "2021-02-01", True),
        ("Director of Harbours", "2021-09-06", False),
    ]
    assert person.role_on(datetime.date(2021, 5, 1)).post == "Interim Director of Harbours"
    assert person.role_on(datetime.date(2022, 1, 1)).post == "Director of Harbours"
    assert person.role_on(datetime.date(2020, 1, 1)) is None
    assert len(person.mentions) == 5
    assert {entity.person_id for entity in person.mentions} == {"odile-strake"}


def test_what_a_person_presented_moved_and_declared_is_cited(archive):
    (presented,) = archive.person("Odile Strake").presented
    assert presented.text == "Odile Strake, Interim Director of Harbours, presented the report on dredging."
    assert presented.citation == "Tarn Bridge Council, 2021-02-01, paragraph 1"
    mover, seconder = archive.person("Bram Ullock"), archive.person("Councillor Dace")
    assert [(act.kind, act.paragraph_id) for act in mover.moved] == [("moved", "2021-02-01-tarn/3")]
    assert [act.kind for act in seconder.moved] == ["seconded"]
    assert [act.text for act in seconder.declared] == [
        "Councillor Dace declared a personal interest as she was a trustee of the museum."
    ]
    assert mover.declared == ()
    assert archive.people()[0].moved is None  # the list does not look for what each did


def test_a_person_is_found_by_id_and_by_the_post_held_last(archive):
    assert archive.person("odile-strake").name == "Odile Strake"
    assert archive.person("Director of Harbours").id == "odile-strake"


@pytest.mark.parametrize(
    ("name", "said"),
    [("Quennell", "private people"), ("Nemo", "nobody is called"), ("Councillor Ullock", "Brian Ullock")],
)
def test_whom_there_is_no_page_for_is_told(archive, name, said):
    with pytest.raises(KeyError, match=said):
        archive.person(name)


def test_people_of_two_councils_are_kept_apart(archive):
    names = {entity.text: entity.person_id for entity in archive.entities("PERSON") if "Ullock" in entity.text}
    assert names["Councillor Bram Ullock"] == names["Councillor Ullock"] == "bram-ullock"
    assert names["Councillor Brian Ullock"] == "brian-ullock"


def people(*meetings):
    return {person.name: person for person in mn.Archive.in_memory(mn.Corpus(meetings)).people()}


def test_what_is_no_person_has_no_page():
    found = people(
        meeting(
            "2021-02-01",
            "Councillor Surgeries are on Mondays. The Councillor Vacancy was noted. Corner Shop, Manager, is to open.",
            "Tarn Greenway, Executive Engineer, is a scheme. Cllr QZ spoke. Cllr QZ asked why.",
            "Councillor Waters asked about it. Seconded by Councillor Waters.",
        )
    )
    assert list(found) == ["Waters"]


@pytest.mark.parametrize(
    "text",
    [
        "Hugo Quennell, Mill Manager, spoke.",
        "Hugo Quennell, Secretary of the Wendmoor Rowing Club, spoke.",
        "Hugo Quennell, Treasurer, spoke.",
        "Hugo Quennell, Minister for Harbours, spoke.",
        "Hugo Quennell MP spoke to the Clerk.",
        "Hugo Quennell, Clerk to Wendmoor Parish Council, spoke.",
        "Hugo Quennell MP, the Harbour Manager and others were there.",
        "Hugo Quennell, Chair of the Elm Action Group, spoke.",
        "Hugo Quennell, Executive Vice President, spoke.",
        "Hugo Quennell, Senior Engineer, Harbour Water Agency, spoke.",
        "PC Hugo Quennell, Harbour Officer, spoke.",
        "Hugo Quennell, Rowing Champion, spoke.",
        "Present: Hugo Quennell, Harbour Gazette Editor.",
        "Hugo Quennell, Works Manager, Wendmoor Homes Inc./Tarn Golf Club Ltd.; spoke.",
        "Hugo Quennell, Works Manager, Wendmoor Homes Corporation, spoke. TWHC Works Manager, Hugo Quennell, left.",
        "Hugo Quennell, L.L.C., spoke.",
        "Hugo Quennell, Chief Executive Officer, Tarn Hospitals Group, spoke.",
        "Hugo Quennell (Tarn Leader) was thanked.",
        "Sympathy went to Councillor Hugo Quennell, Wendmoor County Council.",
    ],
)
def test_an_officer_is_one_of_this_council(text):
    assert people(meeting("2021-02-01", text)) == {}


def test_a_member_of_a_cabinet_stays_one_whatever_the_portfolio_ends_with_and_a_mayor_with_worship_before():
    text = (
        "Ida Quennell, Cabinet Member for Sea Services, spoke. His Worship Mayor Ned Fleck spoke. Mayor Ned Fleck left."
    )
    found = people(meeting("2021-02-01", text, "Ida Quennell, Cabinet Member for Sea Services, left. Mayor Ned Fleck."))
    assert {name: person.public for name, person in found.items()} == {"Ida Quennell": "member", "Ned Fleck": "member"}


def test_a_manager_whom_a_parish_names_is_its_officer_when_listed():
    text = "Hugo Quennell, Works Manager, spoke to the Clerk, Ada Fleck."
    assert list(people(meeting("2021-02-01", text, council="Wendmoor Parish Council"))) == ["Ada Fleck"]
    assert list(people(meeting("2021-02-01", text))) == ["Ada Fleck", "Hugo Quennell"]


def test_who_lost_an_election_is_not_shown_in_the_post():
    found = people(
        meeting(
            "2021-05-01",
            "That Councillor Bram Ullock be elected Mayor of Tarn Bridge.",
            "That Councillor Ida Dace be elected Mayor of Tarn Bridge.",
            "Councillor Ida Dace was declared elected Mayor of Tarn Bridge.",
        )
    )
    assert {name: [stint.post for stint in person.roles] for name, person in found.items()} == {
        "Bram Ullock": [],
        "Ida Dace": ["Mayor of Tarn Bridge"],
    }


def test_another_holder_between_ends_a_stint_and_a_gap_alone_does_not():
    found = people(
        meeting("2017-04-01", "Councillor Bram Ullock, Mayor, welcomed all.", "Ada Fleck, Clerk, read the minutes."),
        meeting("2018-04-01", "Councillor Bram Ullock, Mayor, welcomed all."),
        meeting("2019-04-01", "Councillor Ida Dace, Mayor, welcomed all."),
        meeting("2024-04-01", "Councillor Bram Ullock, Mayor, welcomed all.", "Ada Fleck, Clerk, read the minutes."),
    )
    assert [str(stint) for stint in found["Bram Ullock"].roles] == [
        "Mayor (2017-04-01 to 2018-04-01)",
        "Mayor (2024-04-01)",
    ]
    assert [str(stint) for stint in found["Ada Fleck"].roles] == ["Clerk (2017-04-01 to 2024-04-01)"]


def test_a_chair_is_told_with_the_committee_that_met():
    committee, council = (
        replace(meeting(day, "Councillor Bram Ullock, Chair, welcomed all."), body=body)
        for day, body in (("2021-02-01", "Harbours Committee"), ("2021-03-01", "Tarn Bridge Council"))
    )
    told = [str(stint) for stint in people(committee, council)["Bram Ullock"].roles]
    assert told == ["Chair, Harbours Committee (2021-02-01)", "Chair (2021-03-01)"]


def test_a_family_name_that_several_have_is_of_the_one_who_sits_on_the_body_or_of_nobody():
    def of(body, day, *texts):
        one = meeting(day, *texts)
        return replace(one, body=body, items=tuple(replace(item, body=body) for item in one.items))

    full = [of("East Committee", f"2021-0{n}-01", "Councillor Ann Voss, of Elm, spoke.") for n in range(1, 7)]
    found = people(
        *full,
        of(COUNCIL, "2021-07-01", "Councillor Ida Voss spoke."),
        of("East Committee", "2021-08-01", "Councillor Voss spoke.", "Councillor Voss left."),
        of("West Committee", "2021-09-01", "Councillor Voss spoke.", "Councillor Voss left."),
    )
    assert {name: (person.meetings, len(person.mentions)) for name, person in found.items()} == {
        "Ann Voss": (7, 8),
        "Ida Voss": (1, 1),
    }


def test_a_post_in_what_leads_into_a_sentence_is_not_of_the_name_behind_it():
    found = people(meeting("2021-02-01", "With the permission of the Mayor, Councillor Bram Ullock proposed the loan."))
    assert found["Bram Ullock"].roles == ()


def test_a_county_s_councillor_is_no_member_of_the_parish_that_is_visited():
    texts = (
        "County Councillor Ann Voss reported on roads.",
        "Councillor Ida Dace thanked her.",
        "Councillor Voss left.",
    )
    parish, county = (people(meeting("2021-02-01", *texts, council=name)) for name in ("Tarn Parish Council", COUNCIL))
    assert list(parish) == ["Ida Dace"]
    assert list(county) == ["Ida Dace", "Ann Voss"]


def test_an_initial_takes_no_forename_from_a_stranger_of_another_meeting():
    officer = "Ms. A. Voss, Senior Engineer, reported on the slip."
    found = people(
        meeting("2016-10-21", "A silence was held for Anthony Voss of the rowing club."), meeting("2022-04-19", officer)
    )
    assert list(found) == ["A. Voss"]
    same = people(meeting("2022-04-19", officer, "Anna Voss answered."), meeting("2021-04-19", officer))
    assert list(same) == ["Anna Voss"]


def test_doubtful_mentions_are_not_counted_on_a_page():
    found = people(
        meeting("2021-02-01", "Councillor Ann Voss spoke.", "Councillor Ida Voss spoke.", "Councillor Voss left.")
    )
    assert [len(person.mentions) for person in found.values()] == [1, 1]


def test_overrides_in_the_folder_win_and_a_wrong_line_is_told(tmp_path):
    archive = mn.Archive.create(tmp_path / "a.archive", mn.Corpus([FIRST, SECOND]))
    (archive.path / "overrides.yaml").write_text("O Strake: olga-strake  # her sister\n", "utf-8")
    told = {entity.text: entity.person_id for entity in archive.entities("PERSON")}
    assert (told["O Strake"], told["Odile Strake"]) == ("olga-strake", "odile-strake")
    assert archive.verify() == ()  # the file is the user's, and no leftover

    def told_of(person):
        return {hit.paragraph.id for hit in archive.search("", person=person, k=None)}

    # Her sister is searched by her name and by her identity, and is nobody else's any more.
    assert told_of("Olga Strake") == told_of("olga-strake") == {"2021-09-06-tarn/1", "2021-09-06-tarn/2"}
    assert told_of("Odile Strake") == {"2021-02-01-tarn/1"}
    assert archive.person("Olga Strake").roles[0].post == "Director of Harbours"
    (archive.path / "overrides.yaml").unlink()
    assert told_of("Odile Strake") == {"2021-02-01-tarn/1", "2021-09-06-tarn/1", "2021-09-06-tarn/2"}
    (archive.path / "overrides.yaml").write_text("nonsense\n", "utf-8")
    with pytest.raises(mn.ArchiveError, match=r"overrides\.yaml.*line 1"):
        archive.people()


def test_doubtful_links_are_listed_with_their_reason():
    pair = meeting("2021-02-01", "Councillor Ann Voss spoke.", "Councillor Ida Voss spoke.", "Councillor Voss left.")
    (link,) = mn.Archive.in_memory(mn.Corpus([pair])).people().doubtful
    assert link.row() == {
        "text": "Councillor Voss",
        "label": "PERSON",
        "person_id": link.person_id,
        "confidence": 0.5,
        "reason": "the same family name, but 2 people have it",
        "meeting": "2021-02-01-tarn",
        "paragraph_id": "2021-02-01-tarn/3",
        "start": 0,
        "end": 15,
    }


def test_names_of_private_people_are_masked_and_the_rest_stands(archive):
    text = "Mr Ivo Quennell of Mill Lane thanked Councillor Dace and O Strake."
    assert archive.redact(text) == "[name withheld] of [address withheld] thanked Councillor Dace and O Strake."
    whole = archive.redact(FIRST, mask="XXX")
    assert "Quennell" not in whole
    assert whole.count("XXX of [address withheld]") == whole.count("Councillor Bram Ullock") == 1
    assert archive.redact(FIRST.items[0].paragraphs[1]).endswith(
        "[name withheld] of [address withheld] spoke of the noise."
    )


def test_a_name_masked_once_is_masked_at_every_later_mention(archive):
    """The Clerk of the archive is called Fleck too: no reason to take a private Mr Fleck for her."""
    text = "Mr Noah Fleck of 4 Mill Lane complained. Mrs J Tarle, Clerk, will write to Mr Fleck. The Fleck family left."
    assert archive.redact(text) == (
        "[name withheld] of [address withheld] complained. Mrs J Tarle, Clerk, will write to [name withheld]. "
        "The [name withheld] family left."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Fleck spoke.", "[name withheld] spoke."),
        ("Ada Fleck spoke; Ms Fleck left.", "Ada Fleck spoke; Ms Fleck left."),
        (
            "Rosa Fleck, Secretary of the Elm Rowing Club, spoke.",
            "[name withheld], Secretary of the Elm Rowing Club, spoke.",
        ),
        ("Ugo Wrenn MP spoke.", "Ugo Wrenn MP spoke."),
    ],
)
def test_a_family_name_alone_is_told_by_the_text(archive, text, told):
    assert archive.redact(text) == told


@pytest.mark.parametrize(
    "contact",
    [
        "jo.quennell+noise@mill-lane.example",
        "01632 960123",
        "(01632) 960 123",
        "020 7946 0018",
        "+44 (0)20 7946 0018",
        "+353 1 555 0123",
        "07700 900123",
        "TS1 2QQ",
        "EC1A 1BB",
        "D02 X285",
    ],
)
def test_ways_to_reach_somebody_are_masked(archive, contact):
    assert archive.redact(f"Write to {contact}, or call.") == "Write to [contact withheld], or call."


@pytest.mark.parametrize(
    "text",
    ["It cost £01632.96 in 2021/22.", "Minute 0123/45 of 12 March 2021.", "1,250,000 homes, 0.5% and A19.", "B12 9 am"],
)
def test_what_is_no_contact_stands(archive, text):
    assert archive.redact(text) == text


def test_people_print_as_a_table_and_export_plain_values(archive):
    people = archive.people()
    assert "Odile Strake" in repr(people)
    row = people.rows()[2]
    assert row["roles"] == "Interim Director of Harbours (2021-02-01); Director of Harbours (2021-09-06)"
    assert (row["first"], row["last"], row["mentions"], row["meetings"]) == ("2021-02-01", "2021-09-06", 5, 2)
    assert people.to_csv().splitlines()[0].startswith("id,name,title,public,council")


@pytest.mark.parametrize("on_disk", [True, False])
def test_people_are_linked_once_and_anew_when_something_changed(tmp_path, monkeypatch, on_disk):
    store = OnDisk if on_disk else InMemory
    linked, link = [], store.linked
    monkeypatch.setattr(store, "linked", lambda *given: linked.append(1) or link(*given))
    corpus = mn.Corpus([FIRST, OTHER])
    archive = mn.Archive.create(tmp_path / "t", corpus) if on_disk else mn.Archive.in_memory(corpus)
    assert archive.people()
    assert archive.person("Odile Strake").meetings == 1
    assert "Quennell" not in archive.redact(FIRST)
    assert len(linked) == 1
    archive.add(SECOND)
    assert archive.person("Odile Strake").meetings == 2
    assert len(linked) == 2
    if on_disk:
        (tmp_path / "t" / "overrides.yaml").write_text("O Strake: somebody-else", "utf-8")
        assert archive.people()
        assert len(linked) == 3


PRESENT = "Present: Councillor Ida Dace (ID), Councillor Bram Ullock (BU, Chairman), Councillor Anna Lyle (ALY)"


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Councillors Dace and Ullock both declared an interest in the weir.", {"Dace", "Ullock"}),
        ("Councillor Dace, who came late and did not vote, declared an interest in the weir.", {"Dace"}),
        ("Councillor Dace said that she had declared an interest in the weir.", {"Dace"}),
        ("Councillor Lyle continued to declare an interest in the weir.", {"Lyle"}),
        ("A declaration of interest in the weir was received from Councillor Lyle.", {"Lyle"}),
        ("ID and BU are both members of the angling club and declared an interest.", {"Dace", "Ullock"}),
        # Who reminds others of it declares nothing, nor does who is away, or speaks of another's.
        ("The Chairman reminded Councillors of their duty to declare any interest in the weir - none declared.", set()),
        ("Councillor Ullock reminded the meeting that Councillor Dace had declared an interest.", {"Dace"}),
        ("Councillor Lyle left before Councillor Dace declared an interest.", {"Dace"}),
        ("Councillor Dace declared no interest in the weir.", set()),
        ("No declarations of interest were received from Councillor Dace.", set()),
        ("Councillor Lyle asked if anybody had declared an interest.", set()),
    ],
)
def test_who_declares_is_who_stands_before_it(text, declared):
    minutes = meeting("2022-01-10", PRESENT, declarations=(text,))
    archive = mn.Archive.in_memory(mn.Corpus([minutes]))
    told = {one.name.split()[-1] for one in archive.people() if archive.person(one.id).declared}
    assert told == declared


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Councillor Dace – item 7, the weir.", {"Dace"}),
        ("Councillors Dace and Lyle.", {"Dace", "Lyle"}),
        ("Councillor Dace declared on item 4; Councillor Ullock on item 9.", {"Dace", "Ullock"}),
        ("ID regarding the weir", {"Dace"}),
        ("Clerk", set()),  # in the column of who acts
        ("ID", set()),
        ("Councillor Dace thanked everybody.", set()),
    ],
)
def test_a_name_in_the_item_on_declarations_declares(text, declared):
    minutes = meeting("2022-01-10", PRESENT, text)
    item = replace(minutes.items[0], title="Declarations of Interest")
    archive = mn.Archive.in_memory(mn.Corpus([replace(minutes, items=(item,))]))
    told = {one.name.split()[-1] for one in archive.people() if archive.person(one.id).declared}
    assert told == declared


def test_what_one_moves_by_initials_is_theirs():
    minutes = meeting("2022-01-10", PRESENT, "The minutes were approved. Proposed ALY, seconded ID.")
    archive = mn.Archive.in_memory(mn.Corpus([minutes]))
    assert [act.kind for act in archive.person("Anna Lyle").moved] == ["moved"]
    assert [act.kind for act in archive.person("Ida Dace").moved] == ["seconded"]


def sitting(day, *lists, council="Tarn Bridge Parish Council", body=None, kind="present"):
    """Return a meeting whose first paragraphs list people, each list with the people it names."""
    minutes = meeting(day, *(text for text, _ in lists), council=council)
    attendance = tuple(
        Attendee(name, kind=kind, role=role, paragraph_id=paragraph.id)
        for paragraph, (_, people) in zip(minutes.paragraphs, lists, strict=True)
        for name, role in people.items()
    )
    return replace(minutes, attendance=attendance, body=body or council)


TABLE = ("Present: Jo Orr, Ian Lyle, Ann Brunt", {"Jo Orr": None, "Ian Lyle": None, "Ann Brunt": None})
OF_COUNCILLORS = ("Councillors J Orr (Chair), I Lyle and A Brunt", {"J Orr": "Chair", "I Lyle": None, "A Brunt": None})


def paged(*meetings):
    return {person.name for person in mn.Archive.in_memory(mn.Corpus(meetings)).people(public="member")}


def test_who_is_listed_at_a_council_s_table_twice_is_a_member():
    assert paged(sitting("2022-01-10", TABLE)) == set()
    assert paged(sitting("2022-01-10", TABLE), sitting("2022-02-14", TABLE)) == {"Jo Orr", "Ian Lyle", "Ann Brunt"}


def test_a_list_of_councillors_needs_no_second():
    assert paged(sitting("2022-01-10", OF_COUNCILLORS)) == {"J Orr", "I Lyle", "A Brunt"}


@pytest.mark.parametrize(
    ("listed", "options"),
    [
        (TABLE, {"body": "Annual Parish Meeting"}),
        (TABLE, {"body": "Harbour Liaison Panel"}),
        (TABLE, {"kind": "public"}),
        # Where some are called Councillor, who is not is none; who stands for another body has no seat.
        (
            ("Present: Cllr Di Voss, Cllr Al Dunn, Jo Orr, Ian Lyle", {"Jo Orr": None, "Ian Lyle": None}),
            {},
        ),
        (("Present: Jo Orr (Tarn Police), Ian Lyle (Editor)", {"Jo Orr": "Tarn Police", "Ian Lyle": "Editor"}), {}),
    ],
)
def test_who_has_no_seat_is_no_member(listed, options):
    meetings = [sitting(day, listed, **options) for day in ("2022-01-10", "2022-02-14")]
    assert not paged(*meetings) & {"Jo Orr", "Ian Lyle", "Ann Brunt"}


def test_the_few_called_councillor_at_a_small_council_come_from_another():
    people = ("Jo Orr", "Ian Lyle", "Ann Brunt", "Mary Hale", "Sue Dunn")
    text = f"Present: {', '.join(people)}, Cllr Peter Wick"
    meetings = [
        sitting(day, (text, dict.fromkeys((*people, "Peter Wick"))), council="Tarn Community Council")
        for day in ("2022-01-10", "2022-02-14")
    ]
    assert paged(*meetings) == set(people)


def test_letters_of_a_larger_council_tell_that_somebody_visits():
    minutes = meeting("2022-01-10", "Cllr Peter Wick (WCC) spoke of the roads.", council="Tarn Parish Council")
    assert paged(minutes) == set()


@pytest.mark.parametrize("text", ["Cllr Peter Wick – Wend County Council", "Cllr Peter Wick, Wend County Council"])
def test_a_councillor_of_another_council_visits_a_small_one_however_named_later(text):
    assert paged(meeting("2022-01-10", text, "Cllr Wick spoke.", council="Tarn Parish Council")) == set()


def test_a_list_that_tells_the_public_apart_needs_no_second():
    text, people = TABLE
    assert paged(sitting("2022-01-10", (f"{text} and 6 members of the public", people))) == set(people)


def test_a_council_that_is_not_named_has_a_table_too():
    minutes = [sitting(day, TABLE, body="City Council") for day in ("2022-01-10", "2022-02-14")]
    assert paged(*(replace(one, council=None) for one in minutes)) == set(TABLE[1])


def test_who_introduces_somebody_presents_nothing():
    text = "Councillor Ida Dace introduced Mr Voss. Councillor Ida Dace introduced the report."
    archive = mn.Archive.in_memory(mn.Corpus([meeting("2022-01-10", text)]))
    assert [act.text for act in archive.person("Ida Dace").presented] == ["Councillor Ida Dace introduced the report."]


def test_a_letter_behind_the_name_tells_who_of_two_moved():
    minutes = meeting(
        "2022-01-10",
        "Present: Councillor Jo Hale, Councillor Ian Hale.",
        "It was proposed by Councillor Hale (J), seconded by Councillor Hale (I) and agreed that the weir be mended.",
        "It was proposed by Councillor Hale and agreed that the lamp be lit.",
    )
    archive = mn.Archive.in_memory(mn.Corpus([minutes]))
    assert [act.kind for act in archive.person("Jo Hale").moved] == ["moved"]
    assert [act.kind for act in archive.person("Ian Hale").moved] == ["seconded"]


def test_minutes_that_use_initials_mean_the_names_of_their_list():
    text = "JO proposed, and IL seconded, and the minutes were approved. AB asked about the weir."
    listed = (TABLE, (text, {}))
    archive = mn.Archive.in_memory(mn.Corpus([sitting(day, *listed) for day in ("2022-01-10", "2022-02-14")]))
    assert {act.kind for act in archive.person("Jo Orr").moved} == {"moved"}
    assert {act.kind for act in archive.person("Ian Lyle").moved} == {"seconded"}
