### Пульт, страница входа и главная страница.

## Главная страница

landing-title = Нажали — помощь идёт
landing-lead = Saqta приводит охрану к тому, кто позвал, и сохраняет всё, что произошло.
landing-console = Пульт охраны
landing-console-detail = Видеть каждую тревогу сразу, принять, прийти, закрыть.
landing-press = Позвать на помощь
landing-press-detail = Одна кнопка в телефоне. Подключённому телефону вход не нужен.
landing-trust = Доверие устройства
landing-trust-detail = Установить сертификат этой системы на телефоны и компьютеры.
landing-emergency = Опасность для жизни, а здесь никто не отвечает? Звоните 112.

## Настройки и общие слова

language = Язык
theme-to-light = Включить светлую тему
theme-to-dark = Включить тёмную тему
dismiss = Закрыть
cancel = Отмена
reload = Загрузить страницу заново
refresh = Обновить
try-again = Повторить
loading = Загрузка…
trouble-away = Сервер не отвечает
trouble-away-detail = Неизвестно, записан ли ваш шаг.
trouble-away-do = Посмотрите на тревогу ещё раз и повторите. Если срочно — действуйте голосом или по телефону.
screen-broken = На этом экране произошёл сбой
screen-broken-detail = Тревоги сохранены на сервере, но здесь они не видны.
screen-broken-do = Загрузите страницу заново. Если повторится, перейдите за другой компьютер и сообщите администратору.

## Вход

sign-in = Вход
sign-in-login = Логин
sign-in-password = Пароль
sign-in-show-password = Показать пароль
sign-in-submit = Войти
# $seconds: сколько секунд осталось до следующей попытки
sign-in-wait =
    { $seconds ->
        [one] Повторите через { $seconds } секунду.
        [few] Повторите через { $seconds } секунды.
        [many] Повторите через { $seconds } секунд.
       *[other] Повторите через { $seconds } секунды.
    }
sign-in-press = Нужна помощь?
session-ended = Вы вышли: тревоги здесь не видны
session-ended-detail = Время входа истекло. Войдите снова и начните смену.
sign-out = Выйти

## Начало смены

# $name: имя охранника
start-shift-greeting = Здравствуйте, { $name }
start-shift = Начать смену
start-shift-detail = Вы услышите короткий сигнал. Значит, тревоги на этом компьютере будут слышны.
start-shift-mute = Компьютер не издаёт звука
start-shift-mute-do = Проверьте динамик, громкость и разрешение на звук в браузере. Затем начните смену ещё раз.
start-shift-without-sound = Продолжить без звука

## Рамка пульта

console-title = Saqta – пульт
views = Что показать
# $count: сколько тревог открыто
view-open = Открытые: { $count }
view-history = История
on-shift = На смене
view-only = только просмотр
# $seconds: сколько секунд назад сервер подал сигнал
link-age = Связь { $seconds } с
link-detail = Сколько времени назад сервер подал сигнал. До 5 секунд — норма.
sound-armed = Звук включён
sound-siren = Звучит тревога
sound-suspended = Нет звука
sound-off = Нет звука

fault-stream-silent = Нет связи с сервером: новые тревоги не видны
fault-stream-silent-do = Будьте у телефона и предупредите отделения. Проверьте сетевой кабель. Экран сам восстановит связь и покажет пропущенное.
fault-sound-suspended = Звук выключен: вы не услышите тревогу
fault-sound-suspended-do = Нажмите кнопку. Если сигнала нет, проверьте динамик и не отводите глаз от экрана.
fault-sound-suspended-button = Включить звук

## Клавиши

keys-title = Клавиши
key-space = Пробел
key-step = Шаг для верхней тревоги: принять, затем «в пути»
key-choose = Выбрать другую тревогу
key-attend = «На месте» для выбранной тревоги
key-help = Этот список
key-escape = Выйти из поля или окна

## Места

places = Места
places-none = Места ещё не заведены.
place-calm = спокойно
# $name: название места
place-unfold = Показать или скрыть вложенное: { $name }

## Открытые тревоги

open-alarms = Открытые тревоги
# $count: открытые тревоги, $waiting: из них никем не приняты
open-alarms-counts =
    { $waiting ->
        [0] всего { $count }, приняты все
        [one] всего { $count }, не принята { $waiting }
        [few] всего { $count }, не приняты { $waiting }
        [many] всего { $count }, не принято { $waiting }
       *[other] всего { $count }, не принято { $waiting }
    }
# $waiting: тревоги, которые никто не принял
waiting-announcement =
    { $waiting ->
        [one] Не принята { $waiting } тревога
        [few] Не приняты { $waiting } тревоги
        [many] Не принято { $waiting } тревог
       *[other] Не принято { $waiting } тревоги
    }
# $kind, $place, $time: слова; $count: тревог в строке
row-label =
    { $count ->
        [one] { $kind }, { $count } тревога, { $place }, { $time }
        [few] { $kind }, { $count } тревоги, { $place }, { $time }
        [many] { $kind }, { $count } тревог, { $place }, { $time }
       *[other] { $kind }, { $count } тревоги, { $place }, { $time }
    }
drill = Учебная
contested = Позвавший возражает
contested-detail = Человек сообщает, что опасность не миновала. Решает и закрывает диспетчер.
pressed-at = Нажато в { $time } по часам отправителя
# $waiting: тревоги строки, которые никто не принял
still-waiting = не принято: { $waiting }
# $waiting: тревоги строки, которые никто не принял, $count: всего
waiting-of = не принято { $waiting } из { $count }
# $count: сколько ещё пометок
more-flags = +{ $count }
calm = Всё спокойно
calm-detail = Открытых тревог нет. Экран слушает и подаст звук.
list-unknown = Неизвестно
list-unknown-detail = Могли поступить тревоги, которых этот экран не получил.
loading-alarms = Загружаем открытые тревоги…
loading-alarms-detail = Новые тем временем принимаются.
unrecorded = НЕ ЗАПИСАНА
unrecorded-detail = Человек зовёт на помощь, но вызов не удалось записать. Идите или звоните сейчас.
unrecorded-seen = Помощь идёт
no-right = Тревоги вам здесь недоступны
no-right-detail = Ваша роль не даёт права видеть тревоги этого места.
no-right-do = Попросите право у администратора или войдите под другой учётной записью.

## Шаги

step-acknowledge = Принять
step-respond = Иду
step-attend = На месте
step-close = Закрыть
step-release = Вернуть
step-reopen = Открыть снова

## Выбранная тревога

chosen-alarm = Выбранная тревога
nothing-chosen = Тревога не выбрана
nothing-chosen-detail = Здесь показано всё, что известно о тревоге.
nobody-yet = Пока никто не идёт
flags = Пометки
phones = Телефоны
# $count: тревог в ситуации
members =
    { $count ->
        [one] { $count } тревога в этой ситуации
        [few] { $count } тревоги в этой ситуации
        [many] { $count } тревог в этой ситуации
       *[other] { $count } тревоги в этой ситуации
    }
timeline = Что произошло
add-note = Заметка
note = Заметка
note-hint = Кратко и по фактам. Её прочтут все, кому видна эта тревога.
note-submit = Сохранить заметку
draft-kept = Черновик сохранён
close-title = Закрыть тревогу
close-outcome = Чем закончилось?
close-outcome-missing = Выберите, чем закончилось.
close-factors = Что этому способствовало?
# $count: тревог в ситуации
close-all =
    { $count ->
        [one] Закрыть { $count } тревогу этой ситуации
        [few] Закрыть все { $count } тревоги этой ситуации
        [many] Закрыть все { $count } тревог этой ситуации
       *[other] Закрыть все { $count } тревоги этой ситуации
    }
close-submit = Закрыть тревогу
close-hurt = Есть пострадавший: закрыть и сообщить
hurt-blocked = Сообщение о травме не открылось
hurt-blocked-detail = Тревога закрыта. Откройте форму кнопкой «Сообщить о травме» в закрытой тревоге.
report-hurt = Сообщить о травме

## Что произошло (ход событий). С -by: $name — имя человека

happened-raised = Поступила
happened-raised-by = Вызов: { $name }
happened-acknowledged = Принята
happened-acknowledged-by = Принята: { $name }
happened-responding = В пути
happened-responding-by = В пути: { $name }
happened-attended = На месте
happened-attended-by = На месте: { $name }
happened-closed = Закрыта
happened-closed-by = Закрыта: { $name }
happened-released = Возвращена
happened-released-by = Возвращена: { $name }
happened-noted = Заметка
happened-noted-by = Заметка: { $name }
happened-reopened = Открыта снова
happened-reopened-by = Открыта снова: { $name }
happened-contested = Есть возражение
happened-contested-by = Опасность не миновала: { $name }
happened-repeated = Тот же сигнал пришёл снова
happened-repeated-by = Тот же сигнал пришёл снова: { $name }
happened-joined = Пришла более полная копия сигнала
happened-joined-by = Пришла более полная копия сигнала: { $name }
happened-signalled = Сообщение устройства
happened-signalled-by = Сообщение устройства: { $name }
# $said: что указал отправитель и чего Saqta не нашла в справочнике
claimed = Как передано: { $said }
# $account: номер объекта, как его передаёт прибор
signal-account = Панель { $account }
# $point: number of the button or sensor, as the panel sends it
signal-point = точка { $point }
# $area: number of the area, as the panel sends it
signal-area = раздел { $area }

## История

history-none = Таких тревог нет
history-none-detail = Под эти условия ничего не подходит.
history-behind = Здесь может не быть последних изменений
history-behind-detail = Списки на сервере отстают: возможно, заполнен диск. Тревоги по-прежнему записываются и видны сразу. Сообщите администратору.
load-more = Показать ещё
export-csv = CSV
export-failed = Файл создать не удалось. Повторите.
print = Печать
filter-site = Объект
filter-kind = Вид
filter-outcome = Итог
filter-from = С какого дня
filter-to = По какой день
filter-any = Все
filter-clear = Убрать условие
column-id = Номер
column-raised = Поступила
column-kind = Вид
column-place = Место
column-site = Объект
column-zone = Зона
column-state = Состояние
column-outcome = Итог
column-factors = Что способствовало
column-who = Кто
column-flags = Пометки
