from __future__ import annotations

import pytest

from checks.social import marked, read, thread
from smolint.checks.event import EventWithoutLink, event_without_link


def found(text, platform="facebook", path="post.txt"):
    return marked(thread(text, platform, path=path), event_without_link, EventWithoutLink())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("Concert vendredi 13 mars, 20h30, salle des fêtes", "vendredi 13 mars, 20h30", id="concert"),
        pytest.param("Retrouvez-nous samedi 20 juin à 18 h 30 !", "samedi 20 juin à 18 h 30", id="hour in two parts"),
        pytest.param(
            "Samedi 14 mars à partir de 10h : portes ouvertes", "Samedi 14 mars à partir de 10h", id="open day"
        ),
        pytest.param("On se retrouve mardi prochain à 19 heures.", "mardi prochain à 19 heures", id="next Tuesday"),
        pytest.param("Vernissage le 1er février 2027 à midi", "le 1er février 2027 à midi", id="first of the month"),
        pytest.param("Live music this Friday at 7pm!", "this Friday at 7pm", id="this Friday"),
        pytest.param("Save the date: June 20, 6 PM, Town Hall", "June 20, 6 PM", id="save the date"),
        pytest.param("Tasting: Sat. 20 June, 18:30", "Sat. 20 June, 18:30", id="British order"),
        pytest.param("Join us on Saturday, June 20 in the yard.", "Saturday, June 20", id="call without an hour"),
        pytest.param("Venez nombreux samedi 20 juin au fournil.", "samedi 20 juin", id="French call without an hour"),
    ],
)
def test_marks_day_and_hour(text, date):
    assert found(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Concert samedi 20 juin à 18 h : https://example.com/concert", id="with a link"),
        pytest.param("Concert samedi 20 juin à 18 h, billets sur fournil.fr", id="with a bare name"),
        pytest.param("Concert on June 20 at 6 pm, link in bio", id="link in bio"),
        pytest.param("Concert on June 20 at 6 pm, write to contact@example.com", id="with an address"),
        pytest.param("Submit your talk by May 9 at 5 pm.", id="deadline"),
        pytest.param("Inscription à l’atelier avant le 9 mai à 17 h.", id="French deadline"),
        pytest.param("Le marché sera fermé lundi 6 avril à 12 h.", id="closing"),
        pytest.param("The workshop on June 20 at 6 pm was a joy.", id="past"),
        pytest.param("Merci d’être venus au concert samedi 20 juin à 18 h !", id="thanks"),
        pytest.param("The shop will be here on June 20, at last.", id="day without hour or call"),
        pytest.param("The oven reached 300 °C on June 20 at 6 pm.", id="no event"),
        pytest.param("We may meet 20 people at 6 pm.", id="may is no month here"),
    ],
)
def test_leaves_alone(text):
    assert found(text) == []


def test_a_link_anywhere_in_the_thread_is_enough():
    assert found("Concert on June 20 at 6 pm.\n\n---\n\nhttps://example.com\n", "twitter", "post.tweet") == []


def test_a_link_in_the_front_matter_is_enough():
    text = "---\nlink: https://example.com\n---\nConcert on June 20 at 6 pm."
    assert list(event_without_link(read(text, "facebook", path="post.md"), EventWithoutLink())) == []
