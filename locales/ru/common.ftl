### Слова, общие для пульта, страницы вызова и сервера: одно слово — одна вещь.

## Виды тревоги

kind-assist = Просьба подойти
kind-panic = Тревожная кнопка
kind-duress = Принуждение
kind-holdup = Ограбление
kind-medical = Нужен медик
kind-fire = Пожар
kind-gas = Газ
kind-man-down = Человек упал
kind-intrusion = Проникновение
kind-tamper = Вскрытие устройства
kind-technical = Неисправность
kind-test = Проверка

## Состояния тревоги

state-raised = Не принята
state-acknowledged = Принята
state-responding = В пути
state-attended = На месте
state-closed = Закрыта

## Чем закончилось

outcome-real = Подтвердилась
outcome-no-danger = Опасности не обнаружено
outcome-test = Проверка

## Что этому способствовало (ожидание — первым в любом списке)

factor-waiting = Долгое ожидание
factor-intoxication = Опьянение
factor-mental-state = Психическое состояние
factor-dispute-over-care = Спор о лечении
factor-other = Другое

## Что Saqta заметила при поступлении тревоги

flag-unknown-kind = Вид не распознан, принята как тревога
flag-unknown-zone = Зоны нет в справочнике
flag-unknown-device = Устройства нет в справочнике
flag-revoked-token = Отправлена с отозванным токеном
flag-unreadable-body = Сообщение прочитано не полностью
flag-place-uncertain = Место указано неточно
flag-key-reused = Ключ уже был у другой тревоги
flag-unknown-account = Номера объекта нет в справочнике
flag-unknown-code = Код не распознан
flag-wrong-clock = Часы отправителя сбиты
flag-late = Пришла намного позже нажатия
flag-bad-checksum = Контрольная сумма не сходится
flag-undecryptable = Не удалось расшифровать
flag-foreign-origin = Отправлена с другого веб-адреса
flag-no-account = В сообщении нет номера объекта
flag-wrong-value = Значение вне допустимых пределов
flag-text-cut = Текст сокращён
flag-not-encrypted = Пришла открытым текстом, хотя у устройства есть ключ
flag-unreadable-data = Данные сообщения не прочитаны

## Кто подал

origin-person = Подал человек
origin-device = Подало устройство
origin-system = Подала Saqta

## Роли

role-worker = Работник
role-guard = Охранник
role-dispatcher = Диспетчер
role-safety-officer = Специалист по охране труда
role-inspector = Инспектор труда
role-analyst = Аналитик
role-auditor = Аудитор
role-admin = Администратор

## Имена того, у чего имени нет

person-unnamed = Имя удалено
place-unknown = Место неизвестно
zone-none = Зона не указана
silent-alarm = Тихая тревога

## Языки, каждый на себе самом

language-kk = Қазақша
language-ru = Русский
language-en = English
