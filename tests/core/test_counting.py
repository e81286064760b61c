from longstride.core.counting import counted


def test_one_is_one_thing_and_any_other_number_is_several() -> None:
    found = [counted(number, "session") for number in range(4)]
    assert found == ["0 sessions", "1 session", "2 sessions", "3 sessions"]
