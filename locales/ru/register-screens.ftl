### Экраны реестра: список, одна травма, форма.

## Список

register-title = Реестр травм
register-report = Сообщить о травме
register-csv = CSV показанного ({ $count })
register-behind = Самых новых сообщений может не быть
register-behind-detail = Реестр догоняет журнал. Ничего не потеряно.
register-none = Травм пока нет
register-none-detail = Здесь будет то, о чём сообщат вручную, по тревоге или загрузкой файла.
register-none-such = Ничего не найдено
register-none-such-detail = В пределах ваших прав и этих фильтров травм нет.
register-all = Показать все
register-shown = { $count ->
    [one] Показана { $count } травма.
    [few] Показаны { $count } травмы.
    [many] Показано { $count } травм.
   *[other] Показано { $count } травмы.
 }
register-shown-all = Это все.
register-unknown = не известно
register-yes = да
register-period = Период
register-period-wrong = 2025, 2025-H1, 2025-Q1, 2025-03 или 2025-01..09
register-column-kind = Что произошло
register-column-outcome = Исход
register-column-place = Где
register-column-cause = Причина
register-column-sources = Кто сообщил

## Одна травма

register-back = Все травмы
register-known = Что известно
register-sealed-elsewhere = Кто пострадал — закрытые сведения, здесь их нет. Каждое их открытие — событие журнала.
open-injured = Открыть, кто пострадал
open-reason = Для чего открывается
open-recorded = Ваше имя, время и эта причина записываются в журнал прежде, чем что-либо будет показано.
open-submit = Открыть с записью
open-close = Снова закрыть
open-nobody = Ни в одном сообщении не сказано, кто пострадал.
open-erased = Удалено: ключ уничтожен, прочесть это больше не может никто.
sealed-erased = Сведения о том, кто пострадал, удалены: ключ уничтожен, прочесть их больше не может никто. Травма по-прежнему учитывается.
register-history = История
register-history-detail = Ничего не переписывается. У каждой записи своё место в журнале, по нему её можно доказать. Здесь же видно, кто открывал сведения о пострадавшем.
history-opened = Открыто, кто пострадал
history-erased = Удалено, кто пострадал
# $reason: словами того, кто это сделал.
history-reason = Причина: { $reason }
history-reason-gone = Причину больше нельзя прочесть.
history-restored = Записано снова после восстановления из более ранней резервной копии.
report-first = Сообщено
report-revised = Уточнено
report-withdrawn = Исключено из счёта
report-imported = загрузкой файла
report-position = место в журнале { $position }
report-positions = места в журнале { $first }–{ $last }
report-same = ничего не изменилось

## Уточнение

revise-open = Уточнить
revise-title = Что известно теперь
revise-detail = Это будет новое сообщение. Прежнее останется как было.
revise-note = Почему меняется
revise-submit = Записать сообщение
note-sealed = Закрыто: прочтёт только тот, кто вправе открыть.
reason-missing = Укажите причину.
sure-missing = Сначала отметьте это.

## Исключение

withdraw-open = Исключить из счёта
withdraw-title = Исключить эту травму из счёта?
withdraw-detail = Её сообщения останутся в журнале. Ни в одной цифре она больше не учитывается.
withdraw-note = Почему она не считается
withdraw-submit = Исключить
withdraw-done = Больше не учитывается
withdraw-done-detail = Журнал хранит все её сообщения. Если сообщить о ней снова под её номером, она снова учитывается.

## Удаление сведений о том, кто пострадал

erase-open = Удалить, кто пострадал
erase-title = Удалить навсегда, кто пострадал?
erase-lost = Для всех, и для суда тоже, пропадут имя, ИИН, дата рождения, профессия и рассказ о случившемся во всех сообщениях об этой травме.
erase-kept = Травма по-прежнему учитывается во всех цифрах. Её сообщения остаются, но без человека, и журнал по-прежнему проходит проверку.
erase-later = Не сохранится и то, что сообщат о человеке позже. В прежних резервных копиях ключ остаётся, пока их не удалят.
erase-reason = Почему удаляется
erase-recorded = Ваше имя, время и эта причина записываются и видны в истории травмы. Не называйте здесь самого человека.
erase-sure = Мне понятно, что отменить это не сможет никто
erase-submit = Удалить навсегда
erase-elsewhere = Сведения о пострадавшем удаляет только администратор: отправьте ему адрес этой страницы.
erase-blind = Ваша роль удаляет эти сведения, но самой травмы не видит. Сверьте её номер с запросом.
erase-injury = Номер травмы
erase-done = Удалено
erase-done-detail = Прочесть, кто пострадал, больше не может никто. Травма по-прежнему учитывается.

## Форма

report-title = Сообщить о травме
report-lead = Обязательны только день, вид и исход. Чего не знаете, оставьте пустым: это можно уточнить позже.
report-lead-alarm = Заполнено по тревоге. Проверьте и добавьте исход; обязательны только день, вид и исход.
report-submit = Сообщить
report-clear = Начать заново
report-kept = Черновик хранится в этом браузере, без закрытой части
report-faults = { $count ->
    [one] Проверьте { $count } поле
    [few] Проверьте { $count } поля
    [many] Проверьте { $count } полей
   *[other] Проверьте { $count } поля
 }
choose = Выберите
choose-nothing = Ничего не найдено
part-event = Что произошло
part-place = Где и кто работодатель
part-why = Почему и как
part-person = О человеке, для цифр
part-person-detail = Учитывается, но никогда не показывается вместе с именем.
part-sealed = Закрыто: кто пострадал
part-sealed-detail = Сервер закрывает эту часть. Её нет в черновике, в списках и в цифрах; каждое открытие записывается. Если она не нужна, оставьте пустой.

field-date = День
field-month = Месяц
field-hour = Час
field-kind = Вид происшествия
field-outcome = Исход
field-severe = Тяжёлая
field-days_lost = Потеряно рабочих дней
field-days_restricted = Дней облегчённой работы
field-site = Объект
field-region = Регион
field-activity = Деятельность (ОКЭД)
field-employer = БИН работодателя
field-host = БИН заказчика
field-source = Кто сообщает
field-reported = Когда зарегистрировано сообщающим
field-cause = Причина
field-deviation = Что пошло не так (отклонение ESAW)
field-contact = Что причинило травму (контакт ESAW)
field-injury_type = Вид травмы (ESAW)
field-body_part = Часть тела (ESAW)
field-sex = Пол
field-age = Возраст
field-number = Номер случая
sealed-name = Имя
sealed-iin = ИИН
sealed-born = Дата рождения
sealed-occupation = Профессия
sealed-circumstances = Что произошло, своими словами

hint-hour = Час этого дня, от 0 до 23, по местному времени
hint-days-lost = Полные календарные дни, сам день не считается
hint-severe = По медицинскому заключению
hint-site = Заполняет регион, деятельность и работодателя
hint-activity = Например, Q, 86 или 86.10
hint-employer = 12 цифр
hint-host = 12 цифр; если подрядчик работает у кого-то
hint-number = Свой номер сообщающего: тот же номер — та же травма

wrong-date = Укажите день; он не может быть в будущем.
wrong-hour = Час от 0 до 23.
wrong-kind = Выберите вид происшествия.
wrong-outcome = Выберите исход.
wrong-days_lost = Целое число. Если дни потеряны, исход — «с потерей рабочих дней» или «смертельный».
wrong-days_restricted = Целое число дней.
wrong-site = Этот объект не объявлен или не ваш.
wrong-region = Выберите регион.
wrong-activity = Код вида Q, 86, 86.1 или 86.10.
wrong-employer = 12 цифр.
wrong-host = 12 цифр.
wrong-source = Выберите, кто сообщает.
wrong-reported = День, не раньше травмы и не в будущем.
wrong-cause = Выберите причину из списка.
wrong-deviation = Выберите код из списка.
wrong-contact = Выберите код из списка.
wrong-injury_type = Выберите код из списка.
wrong-body_part = Выберите код из списка.
wrong-sex = Выберите или оставьте пустым.
wrong-age = Выберите или оставьте пустым.
wrong-number = Не больше 100 знаков.
wrong-name = Не больше 4000 знаков.
wrong-iin = 12 цифр.
wrong-born = Укажите день.
wrong-occupation = Не больше 4000 знаков.
wrong-circumstances = Не больше 4000 знаков.

## После сообщения

recorded-recorded = Записано
recorded-reported = Записано: об этой травме уже сообщил другой источник
recorded-revised = Записано: известное уточнено
recorded-unchanged = Уже известно; записывать нечего
recorded-detail = Сообщение в журнале, место { $position }, и потерять его нельзя.
recorded-open = Открыть
recorded-list = К реестру
recorded-another = Сообщить ещё об одной
recorded-by-others = Её видят инженер по безопасности и инспектор. Ваша роль сообщает о травмах, но реестра не видит.
